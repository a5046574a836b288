// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How long a unit of work takes now: the median of the latest measurements. A single one that is
 * far from the others, such as a pause of the machine, changes nothing.
 */
final class RecentPace {

  private static final int LATEST = 15;

  private final Deque<Double> secondsPerUnit = new ArrayDeque<>();

  /** Counts work; none counts nothing. */
  void add(double units, double seconds) {
    if (units > 0) {
      secondsPerUnit.add(seconds / units);
      if (secondsPerUnit.size() > LATEST) {
        secondsPerUnit.remove();
      }
    }
  }

  /** 0 before any work was counted. */
  double secondsPerUnit() {
    return secondsPerUnit.isEmpty()
        ? 0
        : StatUtils.percentile(
            secondsPerUnit.stream().mapToDouble(Double::doubleValue).toArray(), 50);
  }
}
