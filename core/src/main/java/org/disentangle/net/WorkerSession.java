// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import org.disentangle.net.IdlePool.Reusable;

/** The live networks of one logical worker. Not thread-safe; reusable for any number of rounds. */
public interface WorkerSession extends Reusable {

  /** Replaces weights, optimiser state and counters. */
  void load(TrainingState state);

  /**
   * One whole iteration on one mini-batch.
   *
   * @param pixels batchSize (of a {@link TripletProcedure}: 3 batchSize, labelled) x channels x
   *     height x width values in [0, 1], channel planes first
   * @param seed where every random draw of this step comes from
   * @return a value for every loss name of the procedure; the next step overwrites it
   */
  LossValues step(float[] pixels, long seed);

  /**
   * A copy of the current state, in arrays that neither the session nor any other state refers to:
   * they are overwritten once the state has been averaged.
   */
  TrainingState save();
}
