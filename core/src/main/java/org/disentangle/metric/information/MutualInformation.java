// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.UnusableFactorException;

/**
 * Mutual information of every code with every factor, in nats, with the entropies that normalise
 * it. Codes are put in bins of equal width; factors are taken value by value.
 *
 * <p>A constant code has entropy 0 and information 0 about everything. Duplicate codes have equal
 * rows. Row order makes no difference, to the bit. A factor with a different value in each row
 * determines every binned code, whatever the code: bin such a factor first.
 *
 * @param bins number of bins of a code
 * @param mi [code][factor]; at least 0, at most either entropy
 * @param codeEntropy entropy of each binned code, at most ln(bins)
 * @param factorEntropy entropy of each factor; above 0
 */
public record MutualInformation(
    int bins, double[][] mi, double[] codeEntropy, double[] factorEntropy) {

  /**
   * @throws IllegalArgumentException if the shapes do not fit each other, or a factor has entropy 0
   *     and with it no share of anything
   */
  public MutualInformation {
    int numFactors = factorEntropy.length;
    if (mi.length == 0
        || numFactors == 0
        || mi.length != codeEntropy.length
        || Arrays.stream(mi).anyMatch(row -> row.length != numFactors)) {
      throw InvalidInputException.of(
          "mutual information",
          String.format(
              Locale.ROOT,
              "%d rows for %d codes and %d factors",
              mi.length,
              codeEntropy.length,
              numFactors),
          "one row per code and one column per factor, at least one of each");
    }
    for (int factor = 0; factor < numFactors; factor++) {
      if (!(factorEntropy[factor] > 0)) {
        throw UnusableFactorException.constant(factor);
      }
    }
  }

  /** Of a table, with 20 bins. */
  public static MutualInformation of(LabelledCodes table) {
    return of(table, EqualWidthBins.DEFAULT);
  }

  /**
   * Of a table.
   *
   * @param bins number of bins of a code, at least 1
   * @throws IllegalArgumentException if a factor has one value in all rows
   */
  public static MutualInformation of(LabelledCodes table, int bins) {
    int[][] factors =
        IntStream.range(0, table.numFactors())
            .mapToObj(table::factorIdColumn)
            .toArray(int[][]::new);
    Row[] rows =
        IntStream.range(0, table.numCodes())
            .parallel()
            .mapToObj(code -> Row.of(table, code, bins, factors))
            .toArray(Row[]::new);
    return new MutualInformation(
        bins,
        Arrays.stream(rows).map(Row::mi).toArray(double[][]::new),
        Arrays.stream(rows).mapToDouble(Row::codeEntropy).toArray(),
        rows[0].factorEntropy());
  }

  public int numCodes() {
    return mi.length;
  }

  public int numFactors() {
    return factorEntropy.length;
  }

  private record Row(double[] mi, double codeEntropy, double[] factorEntropy) {

    static Row of(LabelledCodes table, int code, int bins, int[][] factors) {
      int[] binned = EqualWidthBins.of(table.codeColumn(code), bins);
      double codeEntropy = 0;
      double[] mi = new double[factors.length];
      double[] factorEntropy = new double[factors.length];
      for (int factor = 0; factor < mi.length; factor++) {
        ContingencyTable counts =
            ContingencyTable.of(binned, bins, factors[factor], table.factorSize(factor));
        mi[factor] = counts.mutualInformation();
        factorEntropy[factor] = counts.secondEntropy();
        codeEntropy = counts.firstEntropy();
      }
      return new Row(mi, codeEntropy, factorEntropy);
    }
  }
}
