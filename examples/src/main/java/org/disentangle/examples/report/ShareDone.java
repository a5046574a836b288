// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.time.Duration;
import java.util.Locale;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;

/**
 * How much is done of one or several equally long runs whose rounds may come in any order. A
 * round's length follows from its images: all iterations of all runs train on equally many.
 */
final class ShareDone {

  private final int runs;
  private long iterationsBefore = -1;
  private double imagesPerIteration;
  private double iterations;
  private final RecentPace pace = new RecentPace();
  private long maxIterations;

  ShareDone(int runs) {
    this(runs, 0);
  }

  /**
   * @param maxIterations of each run; 0 if that is known after the first round alone
   */
  ShareDone(int runs, long maxIterations) {
    this.runs = runs;
    this.maxIterations = maxIterations;
  }

  /** Counts a round; whatever was done before the first one (a resumed training) is done too. */
  void add(RoundRecord round, TrainingProgress progress) {
    maxIterations = progress.maxIterations();
    if (iterationsBefore < 0) {
      double perRound = (double) round.iteration() / round.round();
      imagesPerIteration = round.images() / perRound;
      iterationsBefore = Math.round(round.iteration() - perRound);
      iterations = iterationsBefore;
    }
    double added = round.images() / imagesPerIteration;
    iterations += added;
    pace.add(added, round.seconds());
  }

  /** Iterations of all runs together; 0 as long as that is not known. */
  long totalIterations() {
    return runs * maxIterations;
  }

  /** Iterations that are done, with those before the first round that was seen. */
  double iterations() {
    return iterations;
  }

  /** Seconds of an iteration at the speed of the latest rounds; 0 before the first. */
  double secondsPerIteration() {
    return pace.secondsPerUnit();
  }

  /** Expected remaining time at the speed of the latest rounds, for runs one after the other. */
  Duration eta() {
    return Duration.ofSeconds(Math.round(secondsLeft(secondsPerIteration())));
  }

  double secondsLeft(double secondsPerIteration) {
    return secondsPerIteration * Math.max(0, totalIterations() - iterations);
  }

  /** A time such as 0:42 or 1:03:20. */
  static String clock(Duration time) {
    long hours = time.toHours();
    return hours > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", hours, time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
