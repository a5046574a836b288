// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.junit.jupiter.api.Test;

/** Where a network normalises what only the batch has several of. */
class LeastBatchTest {

  private static Architecture network(LayerSpec... trunk) {
    return new Architecture(
        "N",
        new Extent(1, 4, 4),
        List.of(trunk),
        Map.of(
            "plain", List.of(new LayerSpec.Dense("plain", 1, false, IDENTITY)),
            "wide", List.of(new LayerSpec.Dense("wide", 3, false, IDENTITY))));
  }

  private static LayerSpec convolution(String name) {
    return new LayerSpec.Convolution(name, 2, 3, 2, false, IDENTITY);
  }

  private static LayerSpec norm(String name) {
    return new LayerSpec.BatchNorm(name, IDENTITY);
  }

  @Test
  void mapsOfSeveralPixelsNeedNoSecondImage() {
    assertEquals(1, LeastBatch.of(network(convolution("c1"), norm("c1_bn"))).images());
    assertEquals(1, LeastBatch.of(network(convolution("c1"))).images());
  }

  @Test
  void vectorsAndMapsOfOnePixelDo() {
    LeastBatch vector =
        LeastBatch.of(
            network(
                convolution("c1"), new LayerSpec.Dense("fc", 3, false, IDENTITY), norm("fc_bn")));
    assertEquals(new LeastBatch(2, "layer fc_bn of network N normalises over the batch"), vector);
    LeastBatch pixel = LeastBatch.of(network(convolution("c1"), convolution("c2"), norm("c2_bn")));
    assertEquals(new LeastBatch(2, "layer c2_bn of network N normalises over the batch"), pixel);
    assertFalse(pixel.allows(1));
    assertTrue(pixel.allows(2));
  }

  @Test
  void headsCountToo() {
    Architecture head =
        new Architecture(
            "N",
            new Extent(1, 4, 4),
            List.of(convolution("c1")),
            Map.of("out", List.of(new LayerSpec.Dense("q", 3, false, IDENTITY), norm("q_bn"))));
    assertTrue(LeastBatch.of(head).because().contains("layer q_bn of network N"));
    assertEquals(2, LeastBatch.of(List.of(network(convolution("c1")), head)).images());
    assertEquals(6, LeastBatch.of(head).inPacks(3).images());
    assertEquals(LeastBatch.ONE, LeastBatch.ONE.inPacks(3));
  }

  @Test
  void ofClassifiers() {
    ImageShape shape = new ImageShape(1, 28, 28);
    assertEquals(1, LeastBatch.of(ClassifierNetwork.small(shape, 2).features()).images());
    assertEquals(2, LeastBatch.of(ClassifierNetwork.sprites(shape, 2).features()).images());
  }
}
