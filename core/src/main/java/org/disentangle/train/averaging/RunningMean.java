// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import java.util.List;
import org.disentangle.net.SpareArrays;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;

/**
 * The mean of states that come a few at a time. Values are added up in double in the order in which
 * the states come, so it does not matter how many come together; and what is held does not grow
 * with their number.
 */
final class RunningMean {

  private final SingularVectors vectors;
  private TrainingState first;
  private StateOutline outline;
  private double[][] sums;
  private int count;

  /**
   * @param vectors stretches in which every state takes the sign of the first one
   */
  RunningMean(SingularVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * Adds states in list order; turns singular vectors round in the states' own arrays.
   *
   * @throws IllegalStateException if they do not have the networks, sizes and counters of the first
   */
  void add(List<TrainingState> states) {
    states.forEach(this::take);
    for (int i = 0; i < sums.length; i++) {
      int array = i;
      List<float[]> copies = states.stream().map(state -> state.arrays()[array]).toList();
      SingularVectors.align(first.arrays()[array], copies, vectors.in(array));
      Averaging.add(copies, sums[array], count == 0);
    }
    count += states.size();
  }

  private void take(TrainingState state) {
    if (first == null) {
      first = state;
      outline = state.outline();
      sums = new double[outline.lengths().size()][];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = SpareArrays.takeSums(outline.lengths().get(i));
      }
    } else {
      Averaging.common(List.of(outline, state.outline()));
    }
  }

  /** The first state that was added; it is held until the end. */
  TrainingState first() {
    return first;
  }

  /** The mean of what was added, at least one state; nothing can be added afterwards. */
  TrainingState mean() {
    float[][] means = new float[sums.length][];
    for (int i = 0; i < means.length; i++) {
      means[i] = Averaging.divided(sums[i], count);
      SpareArrays.giveSums(sums[i]);
    }
    sums = null;
    return outline.with(means);
  }
}
