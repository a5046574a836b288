// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.disentangle.error.InvalidInputException;

/**
 * Linear regression with an absolute penalty (Tibshirani, 1996), without an intercept: the minimum
 * over w of {@code ||y - X w||^2 / (2 N) + alpha ||w||_1}, by coordinate descent on the Gram matrix
 * (Friedman et al., "Regularization Paths for Generalized Linear Models via Coordinate Descent",
 * 2010).
 *
 * <p>Sweeps go on until none moves a weight by more than 1e-12 of the largest simple regression
 * weight, both in units of the feature's scale; then the linear equations of the weights that are
 * not 0 are solved. Features that are nearly copies of each other may end the sweeps at 100,000:
 * the minimum is reached, but how they share the weight is not settled. Of exact copies the first
 * has it. A feature that is all zeros has weight 0. Nothing is centred or scaled.
 */
public final class Lasso {

  private static final double TOLERANCE = 1e-12;
  private static final int MAX_SWEEPS = 100_000;

  private Lasso() {}

  /**
   * The weights w.
   *
   * @param features X, [row][feature]; at least one row and feature, finite
   * @param target y, one per row, finite
   * @param alpha penalty, at least 0
   * @throws IllegalArgumentException if the shapes do not fit each other or alpha is negative
   */
  public static double[] coefficients(double[][] features, double[] target, double alpha) {
    return fromGram(gram(features), moments(features, target), alpha);
  }

  /** {@code X^T X / N}, for several targets. */
  public static double[][] gram(double[][] features) {
    checkShape(features, features.length);
    int width = features[0].length;
    double[][] gram = new double[width][width];
    for (double[] row : features) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          gram[i][j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] /= features.length;
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  /** {@code X^T y / N}. */
  public static double[] moments(double[][] features, double[] target) {
    checkShape(features, target.length);
    double[] moments = new double[features[0].length];
    for (int row = 0; row < target.length; row++) {
      for (int i = 0; i < moments.length; i++) {
        moments[i] += features[row][i] * target[row];
      }
    }
    return Arrays.stream(moments).map(sum -> sum / target.length).toArray();
  }

  /**
   * The same weights from the Gram matrix, which does not depend on the target.
   *
   * @param gram {@code X^T X / N}
   * @param moments {@code X^T y / N}
   * @param alpha penalty, at least 0
   */
  public static double[] fromGram(double[][] gram, double[] moments, double alpha) {
    if (!(alpha >= 0)) {
      throw InvalidInputException.of("alpha", "" + alpha, "at least 0");
    }
    double[] weights = new double[moments.length];
    double[] gradient = moments.clone(); // X^T (y - X w) / N
    double scale = 0;
    for (int i = 0; i < moments.length; i++) {
      if (gram[i][i] > 0) {
        scale = Math.max(scale, Math.abs(moments[i]) / Math.sqrt(gram[i][i]));
      }
    }
    double moved = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < MAX_SWEEPS && moved > TOLERANCE * scale; sweep++) {
      moved = sweep(gram, gradient, weights, alpha);
    }
    return solved(gram, moments, weights, alpha);
  }

  /** One step along each coordinate; the longest of them, in units of its feature's scale. */
  private static double sweep(double[][] gram, double[] gradient, double[] weights, double alpha) {
    double longest = 0;
    for (int i = 0; i < weights.length; i++) {
      double square = gram[i][i];
      if (square > 0) {
        double pull = gradient[i] + square * weights[i];
        double weight = Math.signum(pull) * Math.max(0, Math.abs(pull) - alpha) / square;
        double step = weight - weights[i];
        if (step != 0) {
          weights[i] = weight;
          for (int j = 0; j < weights.length; j++) {
            gradient[j] -= gram[i][j] * step;
          }
          longest = Math.max(longest, Math.abs(step) * Math.sqrt(square));
        }
      }
    }
    return longest;
  }

  /**
   * The weights at which the gradient vanishes, the signs being those given: exact where sweeps are
   * slow. The given weights if that changes a sign or the equations are close to singular.
   */
  private static double[] solved(
      double[][] gram, double[] moments, double[] weights, double alpha) {
    int[] active = IntStream.range(0, weights.length).filter(i -> weights[i] != 0).toArray();
    if (active.length == 0) {
      return weights;
    }
    double[] scale = IntStream.of(active).mapToDouble(i -> Math.sqrt(gram[i][i])).toArray();
    double[][] matrix = new double[active.length][active.length];
    double[] right = new double[active.length];
    for (int i = 0; i < active.length; i++) {
      right[i] = (moments[active[i]] - alpha * Math.signum(weights[active[i]])) / scale[i];
      for (int j = 0; j < active.length; j++) {
        matrix[i][j] = gram[active[i]][active[j]] / (scale[i] * scale[j]);
      }
    }
    double[] solution;
    try {
      solution =
          new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false))
              .getSolver()
              .solve(new ArrayRealVector(right, false))
              .toArray();
    } catch (NonPositiveDefiniteMatrixException nearCopies) {
      return weights;
    }
    double[] exact = new double[weights.length];
    for (int i = 0; i < active.length; i++) {
      exact[active[i]] = solution[i] / scale[i];
      if (Math.signum(exact[active[i]]) != Math.signum(weights[active[i]])) {
        return weights;
      }
    }
    return exact;
  }

  private static void checkShape(double[][] features, int targets) {
    int width = features.length == 0 ? 0 : features[0].length;
    if (width == 0
        || features.length != targets
        || Arrays.stream(features).anyMatch(row -> row.length != width)) {
      throw InvalidInputException.of(
          "features",
          String.format(
              Locale.ROOT,
              "%d rows of %d or another number, for %d targets",
              features.length,
              width,
              targets),
          "as many rows as targets, at least 1, all of at least 1 feature");
    }
  }
}
