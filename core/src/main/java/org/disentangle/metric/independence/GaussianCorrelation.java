// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.CodeColumns;

/**
 * How far codes are from independent ones if they are taken as jointly Gaussian (Locatello et al.,
 * "Challenging Common Assumptions in the Unsupervised Learning of Disentangled Representations",
 * 2019): two distances between a Gaussian with the covariance S of the codes and one with the
 * diagonal of S alone. Linear dependence only.
 *
 * <p>Constant codes are left out first. With fewer than two codes left, all values are 0. One row
 * makes every code constant.
 */
public final class GaussianCorrelation {

  /** An eigenvalue of a correlation matrix counts as 0 up to this much times size and largest. */
  private static final double SINGULAR = 1e-15;

  private static final double LEAST_VARIANCE = 1e-300;
  private static final double MOST_VARIANCE = 1e150;

  /**
   * @param totalCorrelation {@code (SUM_j ln S_jj - ln det S) / 2} in nats, at least 0: the
   *     Kullback-Leibler divergence. Free of the scale of the codes. Plus infinity if codes depend
   *     on each other linearly, as duplicates do
   * @param wasserstein {@code 2 tr S - 2 tr sqrt(D S D)}, D being the diagonal matrix of standard
   *     deviations; at least 0, in squared units of the codes: the square of the Wasserstein-2
   *     distance. Finite for duplicates, to about 1e-7 of tr S
   * @param wassersteinNorm the same divided by tr S; free of a common scale
   * @param constantCodes the codes left out
   */
  public record Result(
      double totalCorrelation,
      double wasserstein,
      double wassersteinNorm,
      List<Integer> constantCodes) {}

  private GaussianCorrelation() {}

  /**
   * The values for some codes.
   *
   * @throws IllegalArgumentException if a code that varies has a variance below 1e-300 or above
   *     1e150, which double precision cannot compute with
   */
  public static Result score(CodeColumns codes) {
    List<Integer> constant = codes.constants();
    if (codes.numCodes() - constant.size() < 2) {
      return new Result(0, 0, 0, constant);
    }
    double[][] covariance = CovarianceMatrix.of(codes.varying());
    requireVariance(covariance);
    double trace = 0;
    double[] std = new double[covariance.length];
    for (int code = 0; code < std.length; code++) {
      trace += covariance[code][code];
      std[code] = Math.sqrt(covariance[code][code]);
    }
    double[] inverse = Arrays.stream(std).map(value -> 1 / value).toArray();
    double sumOfRoots =
        Arrays.stream(eigenvalues(scaled(covariance, std)))
            .map(value -> Math.sqrt(Math.max(0, value)))
            .sum();
    double wasserstein = Math.max(0, 2 * trace - 2 * sumOfRoots);
    return new Result(
        totalCorrelation(scaled(covariance, inverse)), wasserstein, wasserstein / trace, constant);
  }

  private static void requireVariance(double[][] covariance) {
    for (int code = 0; code < covariance.length; code++) {
      double variance = covariance[code][code];
      if (!(variance >= LEAST_VARIANCE && variance <= MOST_VARIANCE)) {
        throw InvalidInputException.of(
            "codes",
            "a variance of " + variance,
            String.format(Locale.ROOT, "variances from %s to %s", LEAST_VARIANCE, MOST_VARIANCE),
            "If the encoder has not diverged, scale the codes.");
      }
    }
  }

  private static double totalCorrelation(double[][] correlation) {
    double[] values = eigenvalues(correlation);
    double largest = Arrays.stream(values).max().getAsDouble();
    double least = Arrays.stream(values).min().getAsDouble();
    if (least <= SINGULAR * values.length * largest) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(0, -Arrays.stream(values).map(Math::log).sum() / 2);
  }

  private static double[][] scaled(double[][] matrix, double[] factors) {
    double[][] result = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        result[i][j] = factors[Math.min(i, j)] * matrix[i][j] * factors[Math.max(i, j)];
      }
    }
    return result;
  }

  private static double[] eigenvalues(double[][] symmetric) {
    return new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false)).getRealEigenvalues();
  }
}
