package org.disentangle.train.averaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.net.TrainingState;

/** The mean of the workers' states: parameters and optimiser state, summed in double. */
public final class Averaging {

  /** Values that one thread adds up at a time; their sums stay in the cache. */
  private static final int BLOCK = 1 << 12;

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
    StateOutline outline = common(states.stream().map(StateOutline::of).toList());
    List<float[][]> copies = states.stream().map(StateOutline::arrays).toList();
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
    float[] mean = new float[copies.get(0).length];
    IntStream.range(0, (mean.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> mean(copies, mean, block * BLOCK));
    return mean;
  }

  private static void mean(List<float[]> copies, float[] mean, int from) {
    double[] sum = new double[Math.min(BLOCK, mean.length - from)];
    int copy = 0;
    for (; copy <= copies.size() - 4; copy += 4) {
      addFour(copies.subList(copy, copy + 4), from, sum);
    }
    for (; copy < copies.size(); copy++) {
      float[] one = copies.get(copy);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one[from + i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      mean[from + i] = (float) (sum[i] / copies.size());
    }
  }

  /** In the same order as one after the other, with a fourth of the reads and writes of the sum. */
  private static void addFour(List<float[]> copies, int from, double[] sum) {
    float[] first = copies.get(0);
    float[] second = copies.get(1);
    float[] third = copies.get(2);
    float[] fourth = copies.get(3);
    for (int i = 0; i < sum.length; i++) {
      int at = from + i;
      sum[i] = sum[i] + first[at] + second[at] + third[at] + fourth[at];
    }
  }
}
