package org.disentangle.train.averaging;

import java.util.List;
import java.util.Locale;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;

/** The mean of the workers' states: parameters and optimiser state, summed in double. */
public final class Averaging {

  private Averaging() {}

  /**
   * Averages element by element, adding in list order; one state alone is returned as it is.
   *
   * @throws IllegalStateException if the states do not have the same networks, sizes and counters
   */
  public static TrainingState average(List<TrainingState> states) {
    return average(states, SingularVectors.NONE);
  }

  /** The same with singular vectors of one sign; turns those round in the states' own arrays. */
  static TrainingState average(List<TrainingState> states, SingularVectors vectors) {
    if (states.size() == 1) {
      return states.get(0);
    }
    StateOutline outline = common(states.stream().map(TrainingState::outline).toList());
    List<float[][]> copies = states.stream().map(TrainingState::arrays).toList();
    float[][] means = new float[outline.lengths().size()][];
    for (int i = 0; i < means.length; i++) {
      int array = i;
      List<float[]> own = copies.stream().map(arrays -> arrays[array]).toList();
      SingularVectors.align(own, vectors.in(array));
      means[i] = mean(own);
    }
    return outline.with(means);
  }

  /**
   * The outline that all copies have.
   *
   * @throws IllegalStateException if they differ
   */
  static StateOutline common(List<StateOutline> copies) {
    if (copies.stream().distinct().count() > 1) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
          The workers' states are %s; expected the same networks, sizes and optimiser steps in each.
          A procedure must not skip updates depending on the data, nor change its networks between switches.""",
              copies));
    }
    return copies.get(0);
  }

  /** The mean of arrays of one length, added in list order in double. */
  static float[] mean(List<float[]> copies) {
    double[] sum = new double[copies.get(0).length];
    for (float[] copy : copies) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += copy[i];
      }
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / copies.size());
    }
    return mean;
  }
}
