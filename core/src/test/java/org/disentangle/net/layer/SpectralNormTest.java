// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.disentangle.net.TinyNetworks.uniform;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Spectral normalisation of dense and convolution weights. */
class SpectralNormTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void largestSingularValueTendsToOne(boolean dense) {
    FusedRuntime<?> layer = layer(dense);
    double first = 0;
    for (int i = 0; i < 100; i++) {
      layer.prepare();
      layer.commit();
      first = i == 0 ? largestSingularValue(layer.effectiveWeight()) : first;
    }
    assertNotEquals(1, first, 1e-4, "one iteration is not enough for this weight");
    assertEquals(1, largestSingularValue(layer.effectiveWeight()), 1e-6);
  }

  @Test
  void vectorMovesOnlyByCommit() {
    FusedRuntime<?> layer = layer(true);
    INDArray before = layer.getParam("u").dup();
    layer.prepare();
    for (int i = 0; i < 3; i++) {
      LayerPass pass = new LayerPass();
      layer.forward(pass, uniform(DataType.DOUBLE, i, -1, 1, 2, 12), true);
      layer.prepare();
    }
    assertEquals(before, layer.getParam("u"));
    layer.commit();
    INDArray once = layer.getParam("u").dup();
    assertNotEquals(before, once);
    layer.commit();
    assertEquals(once, layer.getParam("u"), "a second commit of the same step changes nothing");
  }

  @Test
  void sigmaIsTheEstimateOfOnePowerIteration() {
    INDArray weight = uniform(DataType.DOUBLE, 1, -1, 1, 3, 2);
    INDArray u = Nd4j.createFromArray(1.0, 0, 0);
    SpectralNorm norm = SpectralNorm.of(weight, u, weight.ulike());
    INDArray row = weight.getRow(0).dup();
    INDArray v = row.div(row.norm2Number());
    double sigma = weight.mmul(v.reshape(2, 1)).norm2Number().doubleValue();
    assertEquals(sigma, norm.sigma(), 1e-9);
    assertTrue(weight.div(sigma).equalsWithEps(norm.normalisedWeight(), 1e-9));
    assertEquals(1, norm.nextVector().norm2Number().doubleValue(), 1e-9);
  }

  /** Rows are outputs: [outputs, inputs x kernel x kernel]. */
  private static double largestSingularValue(INDArray weight) {
    INDArray matrix = weight.dup('c').reshape(weight.size(0), -1);
    return new SingularValueDecomposition(MatrixUtils.createRealMatrix(matrix.toDoubleMatrix()))
        .getNorm();
  }

  private static FusedRuntime<?> layer(boolean dense) {
    FusedLayer layer =
        dense
            ? new FusedDense("l", 12, 6, true, Nonlinearity.IDENTITY)
            : new FusedConvolution("l", 3, 6, 4, 2, true, Nonlinearity.IDENTITY);
    NeuralNetConfiguration conf =
        new NeuralNetConfiguration.Builder().seed(3).dataType(DataType.DOUBLE).layer(layer).build();
    INDArray view = Nd4j.create(DataType.DOUBLE, 1, layer.initializer().numParams(conf));
    return (FusedRuntime<?>) layer.instantiate(conf, null, 0, view, true, DataType.DOUBLE);
  }
}
