// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

/**
 * How often each pair of values of two discrete variables occurs, and the entropies and the mutual
 * information of that distribution, in nats.
 *
 * @param counts [value of the first][value of the second]
 * @param total sum of all counts, at least 1
 */
public record ContingencyTable(int[][] counts, int total) {

  /** Information nearer to 0 than this is rounding error. */
  private static final double ROUNDING = 1e-12;

  /**
   * Counts the pairs of two variables.
   *
   * @param first values 0 to {@code firstSize - 1}, one per row
   * @param second values 0 to {@code secondSize - 1}, as many
   */
  public static ContingencyTable of(int[] first, int firstSize, int[] second, int secondSize) {
    int[][] counts = new int[firstSize][secondSize];
    for (int row = 0; row < first.length; row++) {
      counts[first[row]][second[row]]++;
    }
    return new ContingencyTable(counts, first.length);
  }

  /** Entropy of the first variable. */
  public double firstEntropy() {
    return entropy(firstCounts());
  }

  /** Entropy of the second variable. */
  public double secondEntropy() {
    return entropy(secondCounts());
  }

  /**
   * Mutual information of the two, {@code SUM p(x,y) ln[p(x,y) / (p(x) p(y))]}; exactly 0 if it is
   * within 1e-12 of 0.
   */
  public double mutualInformation() {
    long[] first = firstCounts();
    long[] second = secondCounts();
    double sum = 0;
    for (int x = 0; x < first.length; x++) {
      for (int y = 0; y < second.length; y++) {
        if (counts[x][y] > 0) {
          double ratio = (double) counts[x][y] * total / ((double) first[x] * second[y]);
          sum += counts[x][y] * Math.log(ratio);
        }
      }
    }
    double information = sum / total;
    return Math.abs(information) < ROUNDING ? 0 : information;
  }

  private double entropy(long[] margin) {
    double sum = 0;
    for (long count : margin) {
      if (count > 0) {
        sum += count * Math.log((double) total / count);
      }
    }
    return sum / total;
  }

  private long[] firstCounts() {
    long[] margin = new long[counts.length];
    for (int x = 0; x < margin.length; x++) {
      for (int count : counts[x]) {
        margin[x] += count;
      }
    }
    return margin;
  }

  private long[] secondCounts() {
    long[] margin = new long[counts[0].length];
    for (int[] row : counts) {
      for (int y = 0; y < margin.length; y++) {
        margin[y] += row[y];
      }
    }
    return margin;
  }
}
