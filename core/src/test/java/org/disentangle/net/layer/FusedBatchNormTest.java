// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.disentangle.net.TinyNetworks.uniform;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalisation of vectors (rank 2) and feature maps (rank 4). */
class FusedBatchNormTest {

  private static final int CHANNELS = 3;

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void trainingNormalisesEachChannel(int rank) {
    INDArray input = input(rank);
    FusedBatchNorm.BatchNormRuntime layer = layer();
    INDArray output = layer.forward(new LayerPass(), input, true);
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] values = channel(output, channel);
      double variance = moment(channel(input, channel), 2);
      assertEquals(0, moment(values, 1), 1e-12);
      assertEquals(variance / (variance + 1e-5), moment(values, 2), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void movingStatisticsAdvanceOncePerUse(int rank) {
    INDArray input = input(rank);
    FusedBatchNorm.BatchNormRuntime layer = layer();
    LayerPass pass = new LayerPass();
    layer.forward(pass, input, true);
    for (int use = 1; use <= 2; use++) {
      layer.updateMovingStatistics(pass);
      double kept = Math.pow(0.9, use);
      for (int channel = 0; channel < CHANNELS; channel++) {
        double[] values = channel(input, channel);
        assertEquals(
            (1 - kept) * moment(values, 1), layer.getParam("mean").getDouble(channel), 1e-12);
        assertEquals(
            kept + (1 - kept) * moment(values, 2), layer.getParam("var").getDouble(channel), 1e-12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void inferenceUsesTheMovingStatistics(int rank) {
    INDArray input = input(rank);
    FusedBatchNorm.BatchNormRuntime layer = layer();
    for (String name : new String[] {"gamma", "beta", "mean", "var"}) {
      layer.getParam(name).assign(uniform(DataType.DOUBLE, name.hashCode(), 0.5, 2, CHANNELS));
    }
    INDArray before = layer.getParam("mean").dup();
    INDArray output = layer.forward(new LayerPass(), input, false);
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] from = channel(input, channel);
      double[] to = channel(output, channel);
      double scale =
          layer.getParam("gamma").getDouble(channel)
              / Math.sqrt(layer.getParam("var").getDouble(channel) + 1e-5);
      for (int i = 0; i < from.length; i++) {
        double expected =
            (from[i] - layer.getParam("mean").getDouble(channel)) * scale
                + layer.getParam("beta").getDouble(channel);
        assertEquals(expected, to[i], 1e-12);
      }
    }
    assertEquals(before, layer.getParam("mean"), "inference moves nothing");
  }

  private static INDArray input(int rank) {
    return rank == 2
        ? uniform(DataType.DOUBLE, 4, -1, 3, 7, CHANNELS)
        : uniform(DataType.DOUBLE, 4, -1, 3, 2, CHANNELS, 4, 5);
  }

  private static double[] channel(INDArray array, int channel) {
    INDArray last = array.rank() == 2 ? array : array.permute(0, 2, 3, 1);
    return last.dup('c').reshape(-1, CHANNELS).getColumn(channel).toDoubleVector();
  }

  /** The mean, or the biased variance. */
  private static double moment(double[] values, int order) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return order == 1
        ? mean
        : Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  private static FusedBatchNorm.BatchNormRuntime layer() {
    NeuralNetConfiguration conf =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .layer(new FusedBatchNorm("bn", CHANNELS, Nonlinearity.IDENTITY))
            .build();
    long length = conf.getLayer().initializer().numParams(conf);
    INDArray view = Nd4j.create(DataType.DOUBLE, 1, length);
    return (FusedBatchNorm.BatchNormRuntime)
        conf.getLayer().instantiate(conf, null, 0, view, true, DataType.DOUBLE);
  }
}
