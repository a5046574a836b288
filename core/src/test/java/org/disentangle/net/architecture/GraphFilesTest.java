// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.layer.FusedConvolution;
import org.disentangle.net.layer.FusedDense;
import org.disentangle.net.layer.FusedTransposedConvolution;
import org.disentangle.net.layer.Nonlinearity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Graphs through DL4J's own JSON and zip files. */
class GraphFilesTest {

  @TempDir Path folder;

  @Tag("contract")
  @TestFactory
  List<DynamicTest> everyNetworkOfEveryPreset() {
    List<DynamicTest> tests = new ArrayList<>();
    Set<Architecture> seen = new HashSet<>();
    for (InfoGanCrPreset preset : InfoGanCrPreset.values()) {
      InfoGanCrNetworks networks = preset.networks(new LatentSpace(2, 3));
      for (Architecture architecture :
          List.of(networks.generator(), networks.discriminator(), networks.contrast())) {
        if (seen.add(architecture)) {
          tests.add(
              dynamicTest(preset.id() + " " + architecture.name(), () -> roundTrip(architecture)));
        }
      }
    }
    for (Architecture architecture :
        List.of(TinyOoganNetworks.upwards(), TinyOoganNetworks.downwards())) {
      tests.add(dynamicTest("OOGAN " + architecture.name(), () -> roundTrip(architecture)));
    }
    return tests;
  }

  private void roundTrip(Architecture architecture) throws IOException {
    ComputationGraph graph =
        GraphBuilder.build(architecture, DataType.FLOAT, 5, new Adam(2e-3, 0.5, 0.999, 1e-8));
    repeat(graph.params(), 0.1f);
    INDArray state = graph.getUpdater(true).getStateViewArray();
    repeat(state, 1);

    String json = graph.getConfiguration().toJson();
    ComputationGraphConfiguration read = ComputationGraphConfiguration.fromJson(json);
    assertEquals(json, read.toJson());
    assertEquals(graph.getConfiguration(), read);

    Path file = folder.resolve("graph.zip");
    ModelSerializer.writeModel(graph, file.toFile(), true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile(), true);
    assertEquals(graph.params(), restored.params());
    assertEquals(state, restored.getUpdater(true).getStateViewArray());
    INDArray input = TinyNetworks.uniform(DataType.FLOAT, 8, -1, 1, architecture.input().batch(2));
    INDArray[] expected = graph.output(false, input);
    INDArray[] actual = restored.output(false, input);
    assertEquals(architecture.heads().size(), expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i]);
    }
  }

  /**
   * Fills an array with positive values that repeat, so that even large files are quick to pack.
   */
  private static void repeat(INDArray array, float scale) {
    float[] values = new float[(int) array.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * (1 + i % 977) / 977;
    }
    array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
  }

  @Test
  void layersThatDifferAreNotEqual() {
    Nonlinearity relu = Nonlinearity.RELU;
    FusedConvolution layer = new FusedConvolution("l", 2, 3, 4, 2, false, relu);
    assertEquals(layer, new FusedConvolution("l", 2, 3, 4, 2, false, relu));
    assertEquals(layer.hashCode(), new FusedConvolution("l", 2, 3, 4, 2, false, relu).hashCode());
    assertNotEquals(layer, new FusedConvolution("l", 2, 3, 5, 2, false, relu));
    assertNotEquals(layer, new FusedConvolution("l", 2, 3, 4, 1, false, relu));
    assertNotEquals(layer, new FusedConvolution("l", 2, 3, 4, 2, true, relu));
    assertNotEquals(layer, new FusedConvolution("l", 2, 3, 4, 2, false, Nonlinearity.TANH));
    assertNotEquals(layer, new FusedTransposedConvolution("l", 3, 2, 4, 2, relu));
    assertNotEquals(new FusedDense("l", 2, 3, false, relu), layer);
  }
}
