// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LeastBatch;

/**
 * One trained system: which networks it has and what one step on one mini-batch does. The round
 * loop runs any procedure without knowing it by name. Implementations are records, so that equal
 * settings are equal keys.
 */
public interface TrainingProcedure extends Serializable {

  /** Values per image: channels x height x width. */
  int pixelsPerImage();

  /** Images per mini-batch and logical worker. */
  int batchSize();

  /** The networks by their names in the state; none by default, for networks of another kind. */
  default Map<String, Architecture> architectures() {
    return Map.of();
  }

  /**
   * The fewest images a mini-batch must have: with fewer something would not learn, silently. What
   * batch normalisation in {@link #architectures} needs by default.
   */
  default LeastBatch leastBatch() {
    return LeastBatch.of(architectures().values());
  }

  /** Names of the losses a step reports, in order. */
  List<String> lossNames();

  /**
   * Whether a loss is computed at this iteration; an inactive one is reported as 0 and means
   * nothing. Every loss always by default.
   */
  default boolean isActive(String lossName, long iteration) {
    return true;
  }

  /**
   * Bounds by loss name: a loss whose mean stays below its bound for long says that one network has
   * won and the others learn nothing any more. None by default.
   */
  default Map<String, Double> collapseBounds() {
    return Map.of();
  }

  /**
   * Floors by loss name: an active loss below its floor in a single step says that the training has
   * collapsed, as if it were not finite. None by default.
   */
  default Map<String, Double> collapseFloors() {
    return Map.of();
  }

  /** What may help where a loss fell below its floor, in whole sentences. */
  default String collapseAdvice() {
    return "Lower the learning rates.";
  }

  /** Fresh networks: the initial weights follow from the seed alone. */
  TrainingState initialState(long seed);

  /**
   * The first scheduled switch strictly after the given iteration, or {@link Long#MAX_VALUE}.
   * Rounds end at switches. None by default.
   */
  default long nextSwitch(long iteration) {
    return Long.MAX_VALUE;
  }

  /**
   * Applies the switch scheduled at exactly {@code state.iteration()}, or returns the state as it
   * is where none is scheduled. Runs on the driver between rounds. Nothing is changed by default.
   */
  default TrainingState applySwitch(TrainingState state, long seed) {
    return state;
  }

  /**
   * Builds the networks in this JVM, ready to be loaded and stepped by one thread at a time.
   *
   * @param precision in which they compute
   * @throws InvalidInputException if this JVM cannot compute in it
   */
  WorkerSession open(Precision precision);
}
