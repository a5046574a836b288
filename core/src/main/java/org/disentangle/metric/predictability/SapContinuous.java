// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TopTwo;
import org.disentangle.metric.UnusableFactorException;

/**
 * The separated attribute predictability score with factors taken as numbers (Kumar et al.,
 * "Variational Inference of Disentangled Latent Concepts from Unlabeled Observations", 2018): how
 * much better each factor is predicted by its best code than by the second best, by linear
 * regression on that code alone.
 *
 * <p>The score of code j for factor k is {@code cov(z_j, v_k)^2 / (var(z_j) var(v_k))}, the squared
 * correlation; the result is the mean over factors of the largest minus the second largest, in [0,
 * 1]. It sees linear dependence only.
 *
 * <p>A code with a variance of at most 1e-12, a constant one above all, scores 0. With a single
 * code the second best is 0. Duplicates of the best code give 0 for its factor.
 */
public final class SapContinuous {

  private static final double MIN_VARIANCE = 1e-12;

  /**
   * @param score mean over factors
   * @param matrix squared correlations, [code][factor]
   * @param perFactor the gap of each factor
   * @param bestCode the code that predicts each factor best; the lowest of several
   */
  public record Result(double score, double[][] matrix, double[] perFactor, int[] bestCode) {}

  private SapContinuous() {}

  /**
   * @throws IllegalArgumentException if a factor has one value in all rows
   */
  public static Result score(LabelledCodes table) {
    double[][] codes = CodeColumns.of(table).columns();
    double[][] matrix = new double[table.numCodes()][table.numFactors()];
    for (int factor = 0; factor < table.numFactors(); factor++) {
      double[] values = table.factorValueColumn(factor);
      if (CodeColumns.isConstant(values)) {
        throw UnusableFactorException.constant(factor);
      }
      for (int code = 0; code < codes.length; code++) {
        matrix[code][factor] = squaredCorrelation(codes[code], values);
      }
    }
    TopTwo[] top = TopTwo.ofColumns(matrix);
    double[] perFactor = Arrays.stream(top).mapToDouble(TopTwo::gap).toArray();
    return new Result(
        Arrays.stream(perFactor).average().getAsDouble(),
        matrix,
        perFactor,
        Arrays.stream(top).mapToInt(TopTwo::first).toArray());
  }

  private static double squaredCorrelation(double[] code, double[] factor) {
    double variance = StatUtils.variance(code);
    if (variance <= MIN_VARIANCE) {
      return 0;
    }
    double covariance = new Covariance().covariance(code, factor);
    return covariance / variance * (covariance / StatUtils.variance(factor));
  }
}
