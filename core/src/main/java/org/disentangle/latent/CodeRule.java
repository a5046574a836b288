package org.disentangle.latent;

import java.io.Serializable;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How the value of one code of a row comes about. It follows from the row's id and its draw from
 * the prior alone, so that it is the same wherever the row is computed.
 */
public sealed interface CodeRule extends Serializable {

  /**
   * The value of the code.
   *
   * @param id of the row
   * @param prior the row's own uniform draw for this code, from {@link LatentSpace#LOW} to {@link
   *     LatentSpace#HIGH}
   */
  float value(long id, float prior);

  /** The rule in a few words, as a data card tells it. */
  String words();

  /** Value {@code step} of {@code steps} equally spaced ones from the lowest to the highest. */
  private static float spaced(long step, int steps) {
    return (float)
        (LatentSpace.LOW + (LatentSpace.HIGH - (double) LatentSpace.LOW) * step / (steps - 1));
  }

  /** The draw from the prior itself. */
  record Prior() implements CodeRule {

    @Override
    public float value(long id, float prior) {
      return prior;
    }

    @Override
    public String words() {
      return "uniform";
    }
  }

  /**
   * Stratified draws: of any {@code bins} rows whose ids go from a multiple of {@code bins} to the
   * next, exactly one lies in each of {@code bins} equally wide intervals. Which one is a random
   * permutation drawn for the code and those rows; the place inside the interval is the draw from
   * the prior. Over whole runs of ids every interval thus holds equally many rows, and counts
   * differ by at most one where the last run is not full. Different codes have independent
   * permutations (Latin hypercube sampling).
   *
   * @param seed of this code's permutations
   * @param bins intervals, at least 2
   */
  record Balanced(long seed, int bins) implements CodeRule {

    @Override
    public float value(long id, float prior) {
      int bin = bin(id);
      double width = (LatentSpace.HIGH - (double) LatentSpace.LOW) / bins;
      double least = LatentSpace.LOW + width * bin;
      double share = (prior - (double) LatentSpace.LOW) / (LatentSpace.HIGH - LatentSpace.LOW);
      float value = Math.max(up(least), (float) (least + width * share));
      return bin == bins - 1
          ? Math.min(LatentSpace.HIGH, value)
          : Math.min(value, Math.nextDown(up(LatentSpace.LOW + width * (bin + 1))));
    }

    /** The interval of a row, from 0. */
    int bin(long id) {
      SplittableRandom random = new SplittableRandom(Seeds.mix(seed, Math.floorDiv(id, bins)));
      int place = Math.floorMod(id, bins);
      // Fisher-Yates, followed backwards from the one place that is asked for.
      int[] swaps = new int[bins];
      for (int i = bins - 1; i > 0; i--) {
        swaps[i] = random.nextInt(i + 1);
      }
      for (int i = 1; i < bins; i++) {
        if (place == i) {
          place = swaps[i];
        } else if (place == swaps[i]) {
          place = i;
        }
      }
      return place;
    }

    /** The least float that is not below an edge. */
    private static float up(double edge) {
      float near = (float) edge;
      return near < edge ? Math.nextUp(near) : near;
    }

    @Override
    public String words() {
      return "balanced over %d intervals".formatted(bins);
    }
  }

  /**
   * Equally spaced values, both ends included: step {@code id / stride mod steps}.
   *
   * @param stride rows that follow each other with one value, at least 1
   * @param steps values, at least 2
   */
  record Grid(long stride, int steps) implements CodeRule {

    @Override
    public float value(long id, float prior) {
      return spaced(Math.floorMod(Math.floorDiv(id, stride), steps), steps);
    }

    /** Value {@code step}, from 0. */
    public float step(int step) {
      return spaced(step, steps);
    }

    @Override
    public String words() {
      return "grid of %d values".formatted(steps);
    }
  }

  /**
   * One value for all rows.
   *
   * @param value from {@link LatentSpace#LOW} to {@link LatentSpace#HIGH}
   */
  record Fixed(float value) implements CodeRule {

    @Override
    public float value(long id, float prior) {
      return value;
    }

    @Override
    public String words() {
      return String.format(Locale.ROOT, "fixed at %s", value);
    }
  }
}
