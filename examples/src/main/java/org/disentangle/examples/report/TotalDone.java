// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.time.Duration;
import java.util.List;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;

/**
 * How much is done of the runs of one or several systems, by iterations; those of one system are
 * equally long.
 *
 * @param systems in the order in which they are trained
 */
record TotalDone(List<ShareDone> systems) {

  /** Of one system. */
  static TotalDone of(int runs) {
    return new TotalDone(List.of(new ShareDone(runs)));
  }

  void add(int system, RoundRecord round, TrainingProgress progress) {
    systems.get(system).add(round, progress);
  }

  /** Iterations of all runs of all systems together. */
  long totalIterations() {
    return systems.stream().mapToLong(ShareDone::totalIterations).sum();
  }

  /** From 0 to 1. */
  double share() {
    double done = systems.stream().mapToDouble(ShareDone::iterations).sum();
    return totalIterations() == 0 ? 0 : Math.min(1, done / totalIterations());
  }

  /**
   * Expected remaining time for runs one after the other, each at the speed of the latest rounds of
   * its system; a system that was not begun is expected to be as fast as the mean of the others.
   */
  Duration eta() {
    double usual =
        systems.stream()
            .mapToDouble(ShareDone::secondsPerIteration)
            .filter(pace -> pace > 0)
            .average()
            .orElse(0);
    double left = 0;
    for (ShareDone system : systems) {
      double own = system.secondsPerIteration();
      left += system.secondsLeft(own > 0 ? own : usual);
    }
    return Duration.ofSeconds(Math.round(left));
  }
}
