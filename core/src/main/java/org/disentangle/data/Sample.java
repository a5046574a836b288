// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.disentangle.latent.Seeds;

/**
 * Rows drawn from a pool without replacement, in the order of the pool, and how they are divided.
 * The options {@code sample}, {@code seed} and {@code numPartitions} of every source here.
 *
 * @param pool members to draw from, numbered from 0
 * @param rows how many are drawn, from 1 to the pool
 * @param seed where the draw comes from
 * @param numPartitions ranges the rows are cut into, from 1 to the rows
 */
public record Sample(int pool, int rows, long seed, int numPartitions) implements Serializable {

  /** The options that {@link #parse} reads. */
  public static final Set<String> OPTIONS = Set.of("sample", "seed", OptionReader.NUM_PARTITIONS);

  private static final long DEFAULT_SEED = 42;

  /**
   * Reads the options.
   *
   * @param mostByDefault where {@code numPartitions} is not given there is one partition per 4,096
   *     rows, but not more than this
   */
  public static Sample parse(OptionReader options, int pool, int mostByDefault) {
    String advice = String.format(Locale.ROOT, "There are %d pictures to draw from.", pool);
    int rows = (int) options.number("sample", pool, 1, pool, advice);
    long seed = options.number("seed", DEFAULT_SEED, Long.MIN_VALUE, Long.MAX_VALUE);
    return new Sample(pool, rows, seed, options.numPartitions(rows, mostByDefault));
  }

  /** From the row of the data set to the member of the pool, rising. The same in every JVM. */
  public IntUnaryOperator memberOfRow() {
    if (rows == pool) {
      return IntUnaryOperator.identity();
    }
    int[] drawn = draw();
    return row -> drawn[row];
  }

  /** Selection sampling (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S). */
  private int[] draw() {
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed));
    int[] drawn = new int[rows];
    int found = 0;
    for (int member = 0; found < rows; member++) {
      if (random.nextInt(pool - member) < rows - found) {
        drawn[found++] = member;
      }
    }
    return drawn;
  }
}
