// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.intervention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TopTwo;
import org.disentangle.metric.UnusableFactorException;

/**
 * The interventional robustness score (Suter et al., "Robustly Disentangled Causal Mechanisms",
 * 2019): whether there is, for each code, a factor that settles it, whatever the other factors do.
 *
 * <p>For factor k the rows fall into groups by its value, in 20 bins of equal width. {@code dev_jk}
 * is the mean over groups of the quantile q of {@code |z_j - group mean|}, and {@code irs_jk = 1 -
 * dev_jk / maxdev_j}, maxdev_j being the largest {@code |z_j - mean|} over all rows. A code counts
 * {@code max_k irs_jk} with weight maxdev_j; so the score depends on the relative scale of the
 * codes, and lies in [0, 1] but for skewed groups, where it may be a little below 0.
 *
 * <p>Perfect codes of factors with more values than bins do not reach 1: about 0.98 on dSprites'
 * factors (3, 6, 40, 32 and 32 values).
 *
 * <p>Constant codes are left out; all constant: 0. Groups of one row deviate by 0, so few rows
 * score high. Duplicate codes count each.
 */
public final class Irs {

  /** The quantile of deviations within a group that implementations share; the paper's is 1. */
  public static final double DEFAULT_QUANTILE = 0.99;

  /**
   * @param score the weighted mean over codes
   * @param irs irs_jk, [code][factor]; the row of a constant code is 0
   * @param perCode the largest entry of each row
   * @param bestFactor the factor it stands at; the lowest of several, -1 if the code is constant
   * @param maxDeviations maxdev_j of each code, its weight; 0 if constant
   * @param constantCodes the codes left out
   */
  public record Result(
      double score,
      double[][] irs,
      double[] perCode,
      int[] bestFactor,
      double[] maxDeviations,
      List<Integer> constantCodes) {}

  private Irs() {}

  public static Result score(LabelledCodes table) {
    return score(table, DEFAULT_QUANTILE);
  }

  /**
   * @param quantile in [0, 1]; between two deviations it is interpolated
   * @throws IllegalArgumentException if the quantile is out of range, or a factor has one value in
   *     all rows, so that nothing was set
   */
  public static Result score(LabelledCodes table, double quantile) {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw InvalidInputException.of(
          "quantile", "" + quantile, "a number in [0, 1]", "Give a fraction, not a percentage.");
    }
    int[][] groups = new int[table.numFactors()][];
    for (int factor = 0; factor < groups.length; factor++) {
      double[] values = table.factorValueColumn(factor);
      if (CodeColumns.isConstant(values)) {
        throw UnusableFactorException.constant(factor);
      }
      groups[factor] = EqualWidthBins.of(values, EqualWidthBins.DEFAULT);
    }
    CodeColumns codes = CodeColumns.of(table);
    double[] maxDeviations =
        Arrays.stream(codes.columns())
            .mapToDouble(z -> CodeColumns.isConstant(z) ? 0 : maxDeviation(z))
            .toArray();
    double[][] irs =
        IntStream.range(0, maxDeviations.length)
            .parallel()
            .mapToObj(j -> row(codes.columns()[j], maxDeviations[j], groups, quantile))
            .toArray(double[][]::new);
    return result(irs, maxDeviations, codes.constants());
  }

  private static Result result(
      double[][] irs, double[] maxDeviations, List<Integer> constantCodes) {
    double[] perCode = new double[irs.length];
    int[] bestFactor = new int[irs.length];
    double weighted = 0;
    for (int code = 0; code < irs.length; code++) {
      int best = TopTwo.of(irs[code]).first();
      perCode[code] = irs[code][best];
      bestFactor[code] = maxDeviations[code] == 0 ? -1 : best;
      weighted += perCode[code] * maxDeviations[code];
    }
    double total = Arrays.stream(maxDeviations).sum();
    return new Result(
        total == 0 ? 0 : weighted / total, irs, perCode, bestFactor, maxDeviations, constantCodes);
  }

  private static double[] row(double[] z, double maxDeviation, int[][] groups, double quantile) {
    double[] row = new double[groups.length];
    if (maxDeviation > 0) {
      Arrays.setAll(row, k -> 1 - meanQuantile(z, groups[k], quantile) / maxDeviation);
    }
    return row;
  }

  private static double maxDeviation(double[] z) {
    double mean = StatUtils.mean(z);
    return Arrays.stream(z).map(value -> Math.abs(value - mean)).max().getAsDouble();
  }

  private static double meanQuantile(double[] z, int[] group, double quantile) {
    int[] sizes = new int[EqualWidthBins.DEFAULT];
    for (int at : group) {
      sizes[at]++;
    }
    double[][] members = Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
    for (int row = z.length - 1; row >= 0; row--) {
      members[group[row]][--sizes[group[row]]] = z[row];
    }
    return Arrays.stream(members)
        .filter(member -> member.length > 0)
        .mapToDouble(member -> deviationQuantile(member, quantile))
        .average()
        .getAsDouble();
  }

  private static double deviationQuantile(double[] member, double quantile) {
    double mean = StatUtils.mean(member);
    double[] deviations = Arrays.stream(member).map(value -> Math.abs(value - mean)).toArray();
    Arrays.sort(deviations);
    double position = quantile * (deviations.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, deviations.length - 1);
    return deviations[below] + (position - below) * (deviations[above] - deviations[below]);
  }
}
