// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.io.Serializable;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How the value of one code of a row comes about. It follows from the row's id and its uniform draw
 * alone, so that it is the same wherever the row is computed.
 */
public sealed interface CodeRule extends Serializable {

  /**
   * The value of the code.
   *
   * @param id of the row
   * @param uniform the row's own uniform draw for this code, from {@link LatentSpace#LOW} to {@link
   *     LatentSpace#HIGH}
   * @param values those the code can have
   */
  float value(long id, float uniform, CodeValues values);

  /** The rule in a few words, as on a data card. */
  String words(CodeValues values);

  /** The least value that a row can get. */
  default float least(CodeValues values) {
    return values.least();
  }

  /** The largest value that a row can get. */
  default float largest(CodeValues values) {
    return values.largest();
  }

  /** A draw from the prior. */
  record Drawn() implements CodeRule {

    @Override
    public float value(long id, float uniform, CodeValues values) {
      return values.of(uniform);
    }

    @Override
    public String words(CodeValues values) {
      return values.words();
    }
  }

  /**
   * Stratified draws: of any {@code bins} rows whose ids go from a multiple of {@code bins} to the
   * next, exactly one lies in each of {@code bins} intervals that are equally likely under the
   * prior. Which one is a random permutation drawn for the code and those rows; the place inside
   * the interval is the row's draw. Over whole runs of ids every interval thus holds equally many
   * rows, and counts differ by at most one where the last run is not full. Different codes have
   * independent permutations (Latin hypercube sampling).
   *
   * @param seed of this code's permutations
   * @param bins intervals, at least 2
   */
  record Balanced(long seed, int bins) implements CodeRule {

    @Override
    public float value(long id, float uniform, CodeValues values) {
      return values.of(stratified(id, uniform));
    }

    private float stratified(long id, float uniform) {
      int bin = bin(id);
      double width = (LatentSpace.HIGH - (double) LatentSpace.LOW) / bins;
      double least = LatentSpace.LOW + width * bin;
      double share = (uniform - (double) LatentSpace.LOW) / (LatentSpace.HIGH - LatentSpace.LOW);
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
    public String words(CodeValues values) {
      return String.format(Locale.ROOT, "balanced over %d intervals", bins);
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
    public float value(long id, float uniform, CodeValues values) {
      return values.spaced(Math.floorMod(Math.floorDiv(id, stride), steps), steps);
    }

    @Override
    public String words(CodeValues values) {
      return String.format(Locale.ROOT, "grid of %d values", steps);
    }

    @Override
    public float least(CodeValues values) {
      return values.low();
    }

    @Override
    public float largest(CodeValues values) {
      return values.spaced(steps - 1, steps);
    }
  }

  /**
   * One value for all rows.
   *
   * @param value one that the code can have
   */
  record Fixed(float value) implements CodeRule {

    @Override
    public float value(long id, float uniform, CodeValues values) {
      return value;
    }

    @Override
    public String words(CodeValues values) {
      return String.format(Locale.ROOT, "fixed at %s", value);
    }

    @Override
    public float least(CodeValues values) {
      return value;
    }

    @Override
    public float largest(CodeValues values) {
      return value;
    }
  }
}
