// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.disentangle.net.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks of our layers trained by DL4J's own fit. */
class OrdinaryFitTest {

  private static final int ROWS = 32;

  @ParameterizedTest
  @EnumSource(
      value = WorkspaceMode.class,
      names = {"ENABLED", "NONE"})
  void multiLayerNetworkLearns(WorkspaceMode workspaces) {
    MultiLayerNetwork network = network(workspaces);
    DataSet data = data();
    double before = network.score(data);
    for (int i = 0; i < 40; i++) {
      network.fit(data);
    }
    assertTrue(network.score(data) < before / 4, before + " to " + network.score(data));
    assertEquals(ROWS, correct(network.output(data.getFeatures()), data.getLabels()));
  }

  @Test
  void computationGraphLearns() {
    ComputationGraph graph = network(WorkspaceMode.ENABLED).toComputationGraph();
    DataSet data = data();
    double before = graph.score(data);
    for (int i = 0; i < 40; i++) {
      graph.fit(data);
    }
    assertTrue(graph.score(data) < before / 4, before + " to " + graph.score(data));
  }

  @Test
  void workspacesChangeNothing() {
    MultiLayerNetwork with = network(WorkspaceMode.ENABLED);
    MultiLayerNetwork without = network(WorkspaceMode.NONE);
    for (int i = 0; i < 3; i++) {
      with.fit(data());
      without.fit(data());
    }
    assertEquals(with.params(), without.params());
  }

  @Test
  void singularVectorAdvancesOncePerIteration() {
    MultiLayerNetwork network = network(WorkspaceMode.ENABLED);
    DataSet data = data();
    for (int i = 0; i < 2; i++) {
      INDArray weight = network.getLayer(0).getParam("W").dup();
      INDArray u = network.getLayer(0).getParam("u").dup();
      network.output(data.getFeatures());
      network.score(data);
      network.feedForward(data.getFeatures(), true);
      assertEquals(u, network.getLayer(0).getParam("u"), "forward passes leave u where it is");
      network.fit(data);
      INDArray next = SpectralNorm.of(weight, u, weight.ulike()).nextVector();
      assertEquals(next, network.getLayer(0).getParam("u"));
      assertNotEquals(u, next);
    }
  }

  @Test
  void optimiserLeavesMovingStatisticsToTheLayer() {
    MultiLayerNetwork network = network(WorkspaceMode.ENABLED);
    DataSet data = data();
    INDArray mean = network.feedForward(data.getFeatures(), true).get(1).mean(0, 2, 3);
    INDArray expected = network.getLayer(1).getParam("mean").mul(0.9).add(mean.mul(0.1));
    network.fit(data);
    assertTrue(expected.equalsWithEps(network.getLayer(1).getParam("mean"), 1e-6));
  }

  /** Half the images are bright in the upper rows, half in the lower ones. */
  private static DataSet data() {
    INDArray images = TinyNetworks.uniform(DataType.FLOAT, 1, 0, 0.5, ROWS, 1, 8, 8);
    INDArray labels = Nd4j.create(DataType.FLOAT, ROWS, 2);
    for (int row = 0; row < ROWS; row++) {
      int kind = row % 2;
      labels.putScalar(row, kind, 1);
      for (int y = 4 * kind; y < 4 * kind + 4; y++) {
        for (int x = 0; x < 8; x++) {
          images.putScalar(new int[] {row, 0, y, x}, 1);
        }
      }
    }
    return new DataSet(images, labels);
  }

  private static int correct(INDArray output, INDArray labels) {
    return output.argMax(1).eq(labels.argMax(1)).castTo(DataType.INT).sumNumber().intValue();
  }

  private static MultiLayerNetwork network(WorkspaceMode workspaces) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Adam(5e-3))
                .trainingWorkspaceMode(workspaces)
                .inferenceWorkspaceMode(workspaces)
                .list()
                .layer(new FusedConvolution("c", 1, 4, 4, 2, true, Nonlinearity.LEAKY_RELU))
                .layer(new FusedBatchNorm("bn", 4, Nonlinearity.IDENTITY))
                .layer(new FusedTransposedConvolution("t", 4, 3, 4, 2, Nonlinearity.RELU))
                .layer(new FusedAveragePool("p", 3, Nonlinearity.IDENTITY))
                .layer(new FusedUpsample("up", 3, true, Nonlinearity.IDENTITY))
                .layer(new FusedDense("d", 192, 6, true, Nonlinearity.TANH))
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(8, 8, 1))
                .build());
    network.init();
    return network;
  }
}
