// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

/** Called for every round on the driver, in order; may end the run early. */
@FunctionalInterface
public interface TrainingListener {

  /** What a listener wants to happen next. */
  enum Wish {
    CONTINUE,
    STOP
  }

  /**
   * Called once after each round. An exception ends the training with that exception; checkpoints
   * written before stay.
   *
   * @return {@link Wish#STOP} to end the run with the state of this round
   */
  Wish afterRound(RoundRecord round, TrainingProgress progress);
}
