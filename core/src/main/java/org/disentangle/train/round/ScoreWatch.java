// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.disentangle.net.TrainingState;
import org.disentangle.train.KeptState;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.Watching;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the scores of a training: which state is the best so far, and whether there has been none
 * better for too long. What it knows follows from the rounds alone, so a resumed training decides
 * as one that was never interrupted.
 */
final class ScoreWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ScoreWatch.class);

  private final Watching watching;
  private final String first;

  /** The best value so far; NaN before the first number. */
  private double bestValue = Double.NaN;

  /** Where it was reached: the first score, while all are NaN; negative before that. */
  private long bestIteration = -1;

  private long latestIteration;
  private TrainingState best;

  /**
   * @param before rounds of a training that is resumed; empty for a new one
   * @param saved the best state that its checkpoint has
   */
  ScoreWatch(Watching watching, List<RoundRecord> before, Optional<TrainingState> saved) {
    this.watching = watching;
    first = watching.scorer().names().get(0);
    for (RoundRecord round : before) {
      if (round.metrics().containsKey(first)) {
        note(round.metrics().get(first), round.iteration());
      }
    }
    saved.filter(state -> state.iteration() == bestIteration).ifPresent(state -> best = state);
    if (watching.keepBest() && !Double.isNaN(bestValue) && best == null) {
      LOG.warn(
          "The state of the best {}, {} at iteration {}, was not saved: the best state from here on"
              + " is kept.",
          first,
          bestValue,
          bestIteration);
      bestValue = Double.NaN;
      bestIteration = -1;
    }
  }

  /** Whether a state is to be scored after a round between these iterations. */
  boolean isDue(long before, long after, boolean last) {
    return last || after / watching.interval() > before / watching.interval();
  }

  /** Scores a state, and keeps it if it is the best so far. */
  Map<String, Double> score(TrainingState state) {
    Map<String, Double> scores = watching.scorer().score(state);
    boolean better = note(scores.get(first), state.iteration());
    if (better && watching.keepBest() && !Double.isNaN(bestValue)) {
      best = state;
    }
    return scores;
  }

  private boolean note(double value, long iteration) {
    latestIteration = iteration;
    boolean larger = watching.scorer().isLargerBetter();
    boolean better =
        bestIteration < 0
            || (Double.isNaN(bestValue)
                ? !Double.isNaN(value)
                : larger ? value > bestValue : value < bestValue);
    if (better) {
      bestValue = value;
      bestIteration = iteration;
    }
    return better;
  }

  /** Whether the latest score came too long after the best one. */
  boolean isOutOfPatience() {
    return watching.patience() > 0
        && bestIteration >= 0
        && latestIteration - bestIteration >= watching.patience();
  }

  /** Why the training is over, as a clause. */
  String whyOver() {
    return String.format(
        Locale.ROOT,
        "%s was best at iteration %d (%.4f), and %d iterations later the patience of %d iterations"
            + " (evaluationPatience) is over; more patience trains on",
        first,
        bestIteration,
        bestValue,
        latestIteration - bestIteration,
        watching.patience());
  }

  /** Which state is kept; empty as {@link #best}. */
  Optional<KeptState> kept() {
    return best().map(state -> new KeptState(bestIteration, first, bestValue));
  }

  /** The best state, if it is to be kept and some score was a number. */
  Optional<TrainingState> best() {
    return Optional.ofNullable(best);
  }
}
