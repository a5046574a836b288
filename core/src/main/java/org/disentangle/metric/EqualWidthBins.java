// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import org.disentangle.error.InvalidInputException;

/**
 * Bins of equal width over the range of the values themselves: edge i is {@code min + i (max - min)
 * / bins}, for i = 0 to {@code bins - 1}, and a value falls in the bin of the last edge that is not
 * above it. Bins are closed on the left; the maximum falls in the last bin. Equal values all fall
 * in one bin.
 */
public final class EqualWidthBins {

  /** How many bins the metrics use by default. */
  public static final int DEFAULT = 20;

  private EqualWidthBins() {}

  /**
   * The bin of each value, 0 to {@code bins - 1}.
   *
   * @param values finite, at least one
   * @throws IllegalArgumentException if there is less than one bin, or the range of the values is
   *     too large for a double
   */
  public static int[] of(double[] values, int bins) {
    if (bins < 1) {
      throw InvalidInputException.of("bins", String.valueOf(bins), "at least 1");
    }
    double min = values[0];
    double max = values[0];
    for (double value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    double width = (max - min) / bins;
    if (width == Double.POSITIVE_INFINITY) {
      throw InvalidInputException.of(
          "values", min + " to " + max, "a range that a double can hold", "An encoder diverged.");
    }
    int[] binned = new int[values.length];
    if (min < max) {
      double[] edges = new double[bins];
      for (int i = 0; i < bins; i++) {
        edges[i] = i * width + min;
      }
      for (int row = 0; row < binned.length; row++) {
        int guess = (int) Math.min(bins - 1, (values[row] - min) / width);
        binned[row] = lastNotAbove(edges, values[row], guess);
      }
    }
    return binned;
  }

  private static int lastNotAbove(double[] edges, double value, int guess) {
    int bin = guess;
    while (bin > 0 && edges[bin] > value) {
      bin--;
    }
    while (bin + 1 < edges.length && edges[bin + 1] <= value) {
      bin++;
    }
    return bin;
  }
}
