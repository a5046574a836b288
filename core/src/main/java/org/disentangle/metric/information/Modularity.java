// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import org.disentangle.error.InvalidInputException;

/**
 * Modularity (Ridgeway and Mozer, "Learning Deep Disentangled Embeddings with the F-Statistic
 * Loss", 2018): whether each code depends on one factor alone.
 *
 * <p>Code j with {@code m = max_k I(z_j; v_k)^2} counts {@code 1 - (SUM_k I(z_j; v_k)^2 - m) / (m
 * (F - 1))}, F being the number of factors; the score is the mean over all codes, in [0, 1].
 *
 * <p>A code without any information, such as a constant one, counts as 0; a code of pure noise
 * counts with whatever its small sample information gives. With a single factor there is nothing to
 * mix: every code with information counts as 1.
 */
public final class Modularity {

  /**
   * @param score mean over codes
   * @param perCode the value of each code
   */
  public record Result(double score, double[] perCode) {}

  private Modularity() {}

  public static Result score(MutualInformation information) {
    return score(information.mi());
  }

  /**
   * The same from any matrix of dependence.
   *
   * @param dependence [code][factor], at least 0; at least one code, all rows equally long
   * @throws IllegalArgumentException if the matrix has another shape
   */
  public static Result score(double[][] dependence) {
    int numFactors = dependence.length == 0 ? 0 : dependence[0].length;
    if (numFactors == 0 || Arrays.stream(dependence).anyMatch(row -> row.length != numFactors)) {
      throw InvalidInputException.of(
          "matrix",
          dependence.length + " rows of " + numFactors + " or another number of factors",
          "at least one row, all with the same number of factors, at least one");
    }
    double[] perCode = Arrays.stream(dependence).mapToDouble(Modularity::ofCode).toArray();
    return new Result(Arrays.stream(perCode).average().getAsDouble(), perCode);
  }

  private static double ofCode(double[] dependence) {
    double largest = Arrays.stream(dependence).max().getAsDouble();
    if (largest == 0) {
      return 0;
    }
    double others = -1;
    for (double value : dependence) {
      others += (value / largest) * (value / largest);
    }
    return 1 - others / Math.max(1, dependence.length - 1);
  }
}
