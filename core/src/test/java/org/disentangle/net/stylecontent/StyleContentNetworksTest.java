// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.stylecontent.StyleContentNetworks.Sizes;
import org.junit.jupiter.api.Test;

/** The tables of layers as the paper has them. */
class StyleContentNetworksTest {

  private static List<Convolution> convolutions(Architecture network) {
    return network.trunk().stream()
        .filter(Convolution.class::isInstance)
        .map(Convolution.class::cast)
        .toList();
  }

  @Test
  void thoseOfNorbHaveSixConvolutions() {
    StyleContentNetworks networks = StyleContentPreset.NORB.networks(new Sizes(64, 512, 5));
    List<Convolution> six = convolutions(networks.encoder());
    assertEquals(List.of(1, 2, 1, 2, 1, 2), six.stream().map(Convolution::stride).toList());
    assertEquals(List.of(3), six.stream().map(Convolution::kernel).distinct().toList());
    assertEquals(64, networks.specifiedDim());
    assertEquals(512, networks.unspecifiedDim());
    assertEquals(5, networks.numClasses());
  }

  @Test
  void everyPresetDecodesImagesOfItsShape() {
    for (StyleContentPreset preset : StyleContentPreset.values()) {
      StyleContentNetworks networks = preset.networks(new Sizes(3, 2, 4));
      Extent images = networks.decoder().outputNode(StyleContentNetworks.LOGITS).output();
      assertEquals(networks.encoder().input(), images, preset.id());
      assertEquals(
          3,
          networks.discriminator().trunk().stream()
              .filter(LayerSpec.LabelTable.class::isInstance)
              .count(),
          preset.id());
    }
  }
}
