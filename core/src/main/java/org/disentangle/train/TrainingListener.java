// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

/** Called on the driver before the first round and after every round; may end the run early. */
@FunctionalInterface
public interface TrainingListener {

  /** What a listener wants to happen next. */
  enum Wish {
    CONTINUE,
    STOP
  }

  /**
   * Called once when everything has been accepted, data and checkpoints too, and the first round is
   * about to begin. Does nothing by default.
   */
  default void beforeRounds() {}

  /**
   * Called once after each round. An exception ends the training with that exception; checkpoints
   * written before stay.
   *
   * @return {@link Wish#STOP} to end the run with the state of this round
   */
  Wish afterRound(RoundRecord round, TrainingProgress progress);
}
