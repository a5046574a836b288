// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.function.ToDoubleFunction;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.procedure.GaussianCodes;
import org.disentangle.net.procedure.Orthogonality;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values and gradients of OOGAN's own losses on their own. */
class OoganLossesTest {

  private static final float[] LATENTS = {0.5f, -1, 9, 0, 1, 9};

  @Test
  void kernelsAtRightAnglesCostNothingAndParallelOnesOne() {
    INDArray axes = Nd4j.createFromArray(new double[][] {{2, 0, 0}, {0, -3, 0}, {0, 0, 5}});
    assertEquals(0, Orthogonality.of(axes).value(), 1e-15);
    assertEquals(0, Orthogonality.of(axes).gradient().amaxNumber().doubleValue(), 1e-15);
    INDArray parallel = Nd4j.createFromArray(new double[][] {{2, 1}, {-4, -2}, {6, 3}});
    assertEquals(1, Orthogonality.of(parallel).value(), 1e-12);
    INDArray diagonal = Nd4j.createFromArray(new double[][] {{1, 0}, {1, 1}});
    assertEquals(0.5, Orthogonality.of(diagonal).value(), 1e-12);
    assertEquals(0, Orthogonality.of(Nd4j.createFromArray(new double[][] {{1, 2}})).value());
  }

  @Test
  void itsGradientIsThatOfTheValue() {
    INDArray weight = TinyNetworks.uniform(DataType.DOUBLE, 1, -1, 1, 4, 2, 2, 2);
    check(weight, Orthogonality.of(weight).gradient(), w -> Orthogonality.of(w).value());
  }

  @Test
  void aVarianceOfOneIsTheSameAsNone() {
    INDArray mean = TinyNetworks.uniform(DataType.DOUBLE, 2, -1, 1, 2, 2);
    GaussianCodes without = GaussianCodes.of(mean, null, LATENTS);
    GaussianCodes with = GaussianCodes.of(mean, mean.mul(0), LATENTS);
    assertEquals(without.value(), with.value(), 1e-12);
    assertEquals(without.toMean(), with.toMean());
    assertNull(without.toLogVariance());
  }

  @Test
  void theLikelihoodIsBestAtTheErrorsOwnVariance() {
    INDArray mean = Nd4j.createFromArray(new double[][] {{0.5 - 0.1, -1 + 0.1}, {0.1, 1 - 0.1}});
    INDArray logVariance = mean.mul(0).addi(Math.log(0.01));
    GaussianCodes codes = GaussianCodes.of(mean, logVariance, LATENTS);
    assertEquals(0, codes.toLogVariance().amaxNumber().doubleValue(), 1e-7);
    assertEquals(1 + Math.log(2 * Math.PI) + Math.log(0.01), codes.value(), 1e-6);
  }

  @Test
  void gradientsOfTheLikelihoodAreThoseOfTheValue() {
    INDArray mean = TinyNetworks.uniform(DataType.DOUBLE, 3, -1, 1, 2, 2, 1, 1);
    INDArray logVariance = TinyNetworks.uniform(DataType.DOUBLE, 4, -2, 2, 2, 2, 1, 1);
    GaussianCodes codes = GaussianCodes.of(mean, logVariance, LATENTS);
    check(mean, codes.toMean(), m -> GaussianCodes.of(m, logVariance, LATENTS).value());
    check(logVariance, codes.toLogVariance(), s -> GaussianCodes.of(mean, s, LATENTS).value());
    check(
        mean,
        GaussianCodes.of(mean, null, LATENTS).toMean(),
        m -> GaussianCodes.of(m, null, LATENTS).value());
  }

  private static void check(INDArray at, INDArray gradient, ToDoubleFunction<INDArray> loss) {
    for (long i = 0; i < at.length(); i++) {
      INDArray above = at.dup();
      above.putScalar(i, at.getDouble(i) + 1e-6);
      INDArray below = at.dup();
      below.putScalar(i, at.getDouble(i) - 1e-6);
      double slope = (loss.applyAsDouble(above) - loss.applyAsDouble(below)) / 2e-6;
      assertEquals(slope, gradient.getDouble(i), 1e-7 * Math.max(1, Math.abs(slope)));
    }
  }
}
