// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Expected numbers were computed with scikit-learn at a tolerance of 1e-16. */
class LassoTest {

  private final LabelledCodes table = SkewedTable.rows300();
  private final double[][] features = new double[300][];
  private final double[] target = new double[300];

  LassoTest() {
    double mean = Arrays.stream(table.factorValueColumn(2)).average().getAsDouble();
    for (int row = 0; row < 300; row++) {
      double[] codes = table.codesOf(row);
      features[row] = new double[] {codes[0], codes[1], codes[2], codes[6]};
      target[row] = table.factorValue(row, 2) - mean;
    }
  }

  @Test
  void weights() {
    assertWeights(
        0.001, 0.22275396142667744, 0.08499834982694768, 0.36212488181788577, -1.2321117083238766);
    assertWeights(0.05, 0.09623917952357289, 0, 0.4370787695988221, -0.7712828406536565);
    assertWeights(0.4, 0, 0, 0.4638221356339216, 0);
  }

  @Test
  void theGramMatrixServesSeveralTargets() {
    double[][] gram = Lasso.gram(features);
    assertArrayEquals(
        Lasso.coefficients(features, target, 0.05),
        Lasso.fromGram(gram, Lasso.moments(features, target), 0.05),
        0);
    double[] twice = Arrays.stream(target).map(value -> 2 * value).toArray();
    double[] expected =
        Arrays.stream(Lasso.coefficients(features, target, 0.05)).map(w -> 2 * w).toArray();
    assertArrayEquals(expected, Lasso.fromGram(gram, Lasso.moments(features, twice), 0.1), 1e-11);
  }

  /** Where the gradient of the loss is alpha against each weight, and no larger elsewhere. */
  @Test
  void nearlyCollinearFeaturesReachTheMinimum() {
    double[][] noise = SkewedTable.noise(11, 50, 2);
    double[][] near = new double[50][];
    double[] sum = new double[50];
    for (int row = 0; row < 50; row++) {
      double[] of = noise[row];
      near[row] = new double[] {of[0], of[0] + 0.01 * of[1], of[1]};
      sum[row] = 3 * of[0] - of[1] + 0.1 * of[0] * of[1];
    }
    double alpha = 1e-4;
    double[] weights = Lasso.coefficients(near, sum, alpha);
    double[] rest = new double[50];
    for (int row = 0; row < 50; row++) {
      rest[row] = sum[row];
      for (int i = 0; i < 3; i++) {
        rest[row] -= weights[i] * near[row][i];
      }
    }
    double[] gradient = Lasso.moments(near, rest);
    for (int i = 0; i < 3; i++) {
      if (weights[i] == 0) {
        assertTrue(Math.abs(gradient[i]) <= alpha + 1e-12);
      } else {
        assertEquals(Math.signum(weights[i]) * alpha, gradient[i], 1e-12);
      }
    }
  }

  @Test
  void copiesLeaveTheWeightToTheFirstAndZerosHaveNone() {
    double[][] copies = {{1, 1, 0}, {-1, -1, 0}, {2, 2, 0}, {-2, -2, 0}};
    double[] weights = Lasso.coefficients(copies, new double[] {1, -1, 2, -2}, 0.25);
    assertArrayEquals(new double[] {0.9, 0, 0}, weights, 1e-12);
  }

  @Test
  void aLargePenaltyLeavesNothing() {
    assertArrayEquals(new double[4], Lasso.coefficients(features, target, 10), 0);
    assertArrayEquals(new double[4], Lasso.coefficients(features, new double[300], 0), 0);
  }

  @Test
  void malformedInputIsRefused() {
    refused(() -> Lasso.coefficients(features, new double[3], 0.1));
    refused(() -> Lasso.coefficients(features, target, -1));
    refused(() -> Lasso.coefficients(features, target, Double.NaN));
    refused(() -> Lasso.coefficients(new double[0][], new double[0], 0.1));
    refused(() -> Lasso.coefficients(new double[][] {{1}, {1, 2}}, new double[2], 0.1));
  }

  private void assertWeights(double alpha, double... expected) {
    assertArrayEquals(expected, Lasso.coefficients(features, target, alpha), 1e-12);
  }

  private static void refused(Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }
}
