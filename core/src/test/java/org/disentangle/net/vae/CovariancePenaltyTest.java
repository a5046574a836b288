// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The penalty of DIP-VAE: values by hand, and its gradients by finite differences. */
class CovariancePenaltyTest {

  private static CovariancePenalty of(
      double[][] mean, double[][] variance, VaeObjective.InferredPrior objective) {
    INDArray logVariance = Nd4j.create(variance);
    for (int i = 0; i < logVariance.length(); i++) {
      logVariance.putScalar(i, Math.log(logVariance.getDouble(i)));
    }
    return CovariancePenalty.of(Nd4j.create(mean), logVariance, objective);
  }

  /** Variances 4 and 1, covariance -2, wherever the means lie. */
  @Test
  void aPairOfImagesByHand() {
    double[][] mean = {{7, 1}, {3, 3}};
    double[][] variance = {{0.5, 1}, {1.5, 3}};
    CovariancePenalty means = of(mean, variance, new VaeObjective.InferredPrior(false, 1, 1));
    assertEquals(8, means.offDiagonal(), 1e-12);
    assertEquals(9, means.diagonal(), 1e-12);
    CovariancePenalty codes = of(mean, variance, new VaeObjective.InferredPrior(true, 1, 1));
    assertEquals(8, codes.offDiagonal(), 1e-12);
    assertEquals(20, codes.diagonal(), 1e-12, "variances 5 and 3");
  }

  @Test
  void codesWithTheIdentityAsCovarianceCostNothing() {
    double[][] mean = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    double[][] variance = {{2, 2}, {2, 2}, {2, 2}, {2, 2}};
    CovariancePenalty free = of(mean, variance, new VaeObjective.InferredPrior(false, 10, 100));
    assertEquals(0, free.offDiagonal() + free.diagonal());
    assertArrayEquals(new double[8], VaeFormulas.values(free.toMean()));
    assertArrayEquals(new double[8], VaeFormulas.values(free.toLogVariance()));
    CovariancePenalty wide = of(mean, variance, new VaeObjective.InferredPrior(true, 10, 100));
    assertEquals(8, wide.diagonal(), 1e-12, "variances 3");
    assertTrue(VaeFormulas.values(wide.toLogVariance())[0] > 0, "smaller variances cost less");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradientsAreThoseOfTheFormula(boolean ofCodes) {
    VaeObjective.InferredPrior objective = new VaeObjective.InferredPrior(ofCodes, 0.7, 1.3);
    INDArray mean =
        TinyNetworks.uniform(DataType.DOUBLE, 1, -2, 2, VaeStepTest.ROWS, VaeStepTest.CODES);
    INDArray logVariance =
        TinyNetworks.uniform(DataType.DOUBLE, 2, -2, 1, VaeStepTest.ROWS, VaeStepTest.CODES);
    DoubleSupplier formula =
        () -> {
          double[] parts =
              VaeFormulas.covariance(
                  VaeFormulas.values(mean), VaeFormulas.values(logVariance), ofCodes);
          return 0.7 * parts[0] + 1.3 * parts[1];
        };
    CovariancePenalty found = CovariancePenalty.of(mean, logVariance, objective);
    double sum = 0.7 * found.offDiagonal() + 1.3 * found.diagonal();
    assertEquals(formula.getAsDouble(), sum, 1e-12);
    FiniteDifferences.require(mean, formula, 1, VaeFormulas.values(found.toMean()));
    FiniteDifferences.require(logVariance, formula, 1, VaeFormulas.values(found.toLogVariance()));
  }
}
