// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.List;
import java.util.Map;
import org.disentangle.net.TrainingState;

/** Scores the averaged state of a training on its way; runs on the driver between two rounds. */
public interface StateScorer {

  /** Names of the scores, at least one; the first one decides which state is the best. */
  List<String> names();

  /** Whether a larger value of the first score is the better one. */
  boolean isLargerBetter();

  /**
   * Scores a state, which is not changed.
   *
   * @return a value for each name; NaN for one that could not be computed
   */
  Map<String, Double> score(TrainingState state);
}
