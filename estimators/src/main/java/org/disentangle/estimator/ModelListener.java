// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Map;
import org.disentangle.model.TrainedModel;

/** Called on the driver with the model of every evaluation of a training that is watched. */
@FunctionalInterface
public interface ModelListener {

  /**
   * Called once after each evaluation. An exception ends the training with that exception.
   *
   * @param iteration iterations completed
   * @param model the model as it is then; it may be saved, and has no history
   * @param scores by the name of the metric; NaN where a score failed
   */
  void afterEvaluation(long iteration, TrainedModel model, Map<String, Double> scores);
}
