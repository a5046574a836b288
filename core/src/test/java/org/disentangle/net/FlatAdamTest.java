// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link FlatAdam} against the formula in double precision. */
class FlatAdamTest {

  /** More than one piece, and not whole pieces. */
  private static final int COUNT = 5001;

  private static final AdamSettings SETTINGS = new AdamSettings(2e-3, 0.5, 0.999, 1e-8);

  @Test
  void stepsAreThoseOfTheFormula() {
    INDArray parameters = TinyNetworks.uniform(DataType.FLOAT, 1, -1, 1, COUNT);
    INDArray gradients = Nd4j.create(DataType.FLOAT, COUNT);
    INDArray state = Nd4j.create(DataType.FLOAT, 1, 2 * COUNT);
    double[] expected = parameters.toDoubleVector();
    double[] mean = new double[COUNT];
    double[] square = new double[COUNT];
    FlatAdam adam = new FlatAdam(SETTINGS, parameters, gradients, state);
    for (int step = 0; step < 3; step++) {
      INDArray found = TinyNetworks.uniform(DataType.FLOAT, 2 + step, -1, 1, COUNT);
      gradients.assign(found);
      adam.step(step);
      move(expected, found.toDoubleVector(), mean, square, step + 1);
      assertEquals(found, gradients, "gradients stay as they are");
    }
    assertArrayEquals(expected, parameters.toDoubleVector(), 1e-6);
    double[] moments = state.reshape(2 * COUNT).toDoubleVector();
    for (int i = 0; i < COUNT; i++) {
      assertEquals(mean[i], moments[i], 1e-6);
      assertEquals(square[i], moments[COUNT + i], 1e-6);
    }
  }

  @Test
  void whatHasNoGradientStays() {
    INDArray parameters = TinyNetworks.uniform(DataType.FLOAT, 1, -1, 1, COUNT);
    INDArray before = parameters.dup();
    INDArray none = Nd4j.create(DataType.FLOAT, COUNT);
    new FlatAdam(SETTINGS, parameters, none, Nd4j.create(DataType.FLOAT, 1, 2 * COUNT)).step(0);
    assertEquals(before, parameters);
  }

  private static void move(double[] at, double[] gradient, double[] mean, double[] square, int t) {
    double rate = 2e-3 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.5, t));
    for (int i = 0; i < COUNT; i++) {
      mean[i] = 0.5 * mean[i] + 0.5 * gradient[i];
      square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
      at[i] -= rate * mean[i] / (Math.sqrt(square[i]) + 1e-8);
    }
  }
}
