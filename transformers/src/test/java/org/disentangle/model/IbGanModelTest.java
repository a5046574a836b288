// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.net.NetworkState;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.inference.Encoder;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs for a model whose codes come from two networks in a row. */
class IbGanModelTest {

  private final IbGanModel model = DrawnModels.of(IbGanModel.class, 5).setImageFormat("array");

  @TempDir Path folder;

  private static double[] codes(String encoding, long seed, Dataset<Row> images) {
    IbGanModel encoder =
        DrawnModels.of(IbGanModel.class, 5).setAppendGenerated(false).setEncoding(encoding);
    return encoder.setSeed(seed).transform(images).select("codes").collectAsList().stream()
        .flatMap(row -> row.<Float>getList(0).stream())
        .mapToDouble(Float::doubleValue)
        .toArray();
  }

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(model.setEncoding("sample"), folder, sprites(3, "image"));
    assertEquals(
        "IbGanModel: uid=tinyIbGan, numCodes=3, noiseDim=0, images=1x32x32", model.toString());
  }

  @Test
  void isLoadedAsWhatItIs() throws Exception {
    String path = folder.resolve("model").toString();
    model.save(path);
    SharedSpark.session();
    assertEquals(model.data(), IbGanModel.load(path).data());
    assertEquals(model.data(), DisentangledModel.load(path).data());
    assertRefused(() -> VaeModel.load(path), "VaeModel", "IbGanModel");
  }

  @Test
  void encodingIsTheMeanOrASampleThatFollowsFromSeedAndImage() {
    Dataset<Row> images = sprites(20, "image").cache();
    double[] means = codes("mean", 1, images);
    double[] samples = codes("sample", 1, images);
    assertArrayEquals(means, codes("mean", 2, images));
    assertArrayEquals(samples, codes("sample", 1, images.repartition(1)));
    assertFalse(List.of(samples[0], means[0]).contains(codes("sample", 2, images)[0]));
  }

  /** Without Q's weights, and without R's, codes are others; D's do not matter. */
  @Test
  void codesComeFromQAndR() {
    IbGanNetworks networks = model.data().networks();
    float[] expected = encoded(networks, model.data().state().networks());
    for (String name : List.of("Q", "R", "D", "G")) {
      var weights = new TreeMap<>(model.data().state().networks());
      weights.put(name, DrawnModels.of(IbGanModel.class, 6).data().state().network(name));
      boolean same = Arrays.equals(expected, encoded(networks, weights));
      assertEquals(name.equals("D") || name.equals("G"), same, name);
    }
    assertTrue(expected[0] != expected[1]);
  }

  private float[] encoded(IbGanNetworks networks, Map<String, NetworkState> weights) {
    try (Encoder encoder = new Encoder(networks, model.latent(), weights, 1)) {
      float[] pixels = encoder.pixels();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = i % 5 / 4f;
      }
      return encoder.encode(1);
    }
  }
}
