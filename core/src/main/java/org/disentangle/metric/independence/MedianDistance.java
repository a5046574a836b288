// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.Arrays;

/**
 * The median distance of numbers over all ordered pairs, those of a number with itself included,
 * exact to the bit, without the pairs being stored: the distance of a given rank is searched for
 * among all doubles by bisection, with the pairs no further apart counted in one pass over the
 * sorted numbers.
 */
final class MedianDistance {

  private final double[] sorted;

  private MedianDistance(double[] values) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The median; of an even number of pairs the mean of the middle two. */
  static double of(double[] values) {
    MedianDistance distances = new MedianDistance(values);
    long pairs = (long) values.length * values.length;
    double lower = distances.ofRank((pairs + 1) / 2);
    return pairs % 2 == 1 ? lower : (lower + distances.ofRank(pairs / 2 + 1)) / 2;
  }

  /** The smallest double that at least {@code rank} distances do not exceed. */
  private double ofRank(long rank) {
    long low = Double.doubleToLongBits(0.0);
    long high = Double.doubleToLongBits(sorted[sorted.length - 1] - sorted[0]);
    while (low < high) { // not negative, so doubles are ordered as their bits are
      long middle = (low + high) >>> 1;
      if (pairsWithin(Double.longBitsToDouble(middle)) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Double.longBitsToDouble(low);
  }

  private long pairsWithin(double distance) {
    long above = 0;
    int last = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (last + 1 < sorted.length && sorted[last + 1] - sorted[i] <= distance) {
        last++;
      }
      above += last - i;
    }
    return sorted.length + 2 * above;
  }
}
