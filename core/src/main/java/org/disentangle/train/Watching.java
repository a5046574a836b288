// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * How a training is watched: its averaged state is scored at the first round end at or after each
 * multiple of the interval, and at the end of the training. That changes no bit of what is trained.
 *
 * @param scorer what scores a state
 * @param interval iterations between two scores, 1 or more
 * @param keepBest whether the training gives the state of the best first score, and not the last
 *     one; NaN is worse than any number, and of equal scores the earlier one is kept
 * @param patience iterations without a better first score after which the training ends, 0 or more;
 *     0 for never
 */
public record Watching(StateScorer scorer, long interval, boolean keepBest, long patience) {

  public Watching {
    if (interval < 1) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "The interval of scores is %d iterations; expected 1 or more", interval),
          "Train without a scorer to score nothing.");
    }
    if (patience < 0) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "The patience is %d iterations; expected 0 or more", patience),
          "0 never ends a training early.");
    }
  }
}
