// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import java.util.Arrays;

/**
 * Sums that do not depend on the order of their terms, to the last bit: the terms are sorted first,
 * then added with Neumaier's compensation.
 */
final class SortedSum {

  private SortedSum() {}

  static double of(double[] terms) {
    double[] sorted = terms.clone();
    Arrays.parallelSort(sorted);
    double sum = 0;
    double lost = 0;
    for (double term : sorted) {
      double next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    }
    return sum + lost;
  }

  static double mean(double[] terms) {
    return of(terms) / terms.length;
  }

  /** Standard deviation around the mean, divided by the number of terms. */
  static double std(double[] terms) {
    double mean = mean(terms);
    return Math.sqrt(
        mean(Arrays.stream(terms).map(term -> (term - mean) * (term - mean)).toArray()));
  }
}
