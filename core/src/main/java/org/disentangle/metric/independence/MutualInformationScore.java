// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.stream.IntStream;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.information.ContingencyTable;

/**
 * The mean mutual information of two different codes, each in bins of equal width (Locatello et
 * al., "Challenging Common Assumptions in the Unsupervised Learning of Disentangled
 * Representations", 2019): {@code SUM_{i != j} I(z_i; z_j) / (K^2 - K)}, in nats.
 *
 * <p>Constant codes are kept: they share no information and lower the mean. With a single code the
 * score is 0. Duplicate codes share their entropy. There is no correction for bias: independent
 * codes score about (bins - 1)^2 / (2 rows).
 */
public final class MutualInformationScore {

  /**
   * @param score the mean over pairs of different codes
   * @param pairs information of each two codes, [code][code], symmetric; the entropy of a binned
   *     code on the diagonal
   */
  public record Result(double score, double[][] pairs) {}

  private MutualInformationScore() {}

  /** With 20 bins. */
  public static Result score(CodeColumns codes) {
    return score(codes, EqualWidthBins.DEFAULT);
  }

  /**
   * @param bins number of bins of a code, at least 1
   */
  public static Result score(CodeColumns codes, int bins) {
    int numCodes = codes.numCodes();
    int[][] binned = new int[numCodes][];
    for (int code = 0; code < numCodes; code++) {
      binned[code] = EqualWidthBins.of(codes.columns()[code], bins);
    }
    double[][] pairs = new double[numCodes][numCodes];
    IntStream.range(0, numCodes)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j <= i; j++) {
                pairs[i][j] =
                    ContingencyTable.of(binned[i], bins, binned[j], bins).mutualInformation();
              }
            });
    double sum = 0;
    for (int i = 0; i < numCodes; i++) {
      for (int j = 0; j < i; j++) {
        pairs[j][i] = pairs[i][j];
        sum += 2 * pairs[i][j];
      }
    }
    return new Result(numCodes == 1 ? 0 : sum / (numCodes * (numCodes - 1)), pairs);
  }
}
