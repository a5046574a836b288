// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.OneVsRestLogistic;

/**
 * {@link Explicitness} with a logistic regression of each value of a factor against the others
 * ({@link OneVsRestLogistic}), which older results were computed with. Values in the middle of a
 * factor's range have no linear boundary against the rest, so that it is lower for ordered factors.
 */
public final class ExplicitnessOneVsRest {

  private ExplicitnessOneVsRest() {}

  /**
   * @throws IllegalArgumentException if all test rows share the value of a factor
   */
  public static Explicitness.Result score(TrainTest tables) {
    return Explicitness.score(tables, OneVsRestLogistic::fit);
  }
}
