// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/**
 * Arrays of states that have been added up, and of their sums, for states to come in this JVM:
 * those of each round have the sizes of those of the round before. Otherwise most of what the
 * garbage collector does between rounds would be for arrays of megabytes. The collector takes them
 * where memory is short.
 */
public final class SpareArrays {

  /** Shorter ones cost nothing to make. */
  private static final int SHORTEST = 1 << 14;

  private static final Kind<float[]> FLOATS = new Kind<>(float[]::new);
  private static final Kind<double[]> SUMS = new Kind<>(double[]::new);

  private SpareArrays() {}

  /** An array of any values, a spare one if there is one. */
  static float[] take(int length) {
    return FLOATS.take(length);
  }

  /** An array of any values to add up in, a spare one if there is one. */
  public static double[] takeSums(int length) {
    return SUMS.take(length);
  }

  /** Takes the arrays of a state that nothing refers to any more. */
  public static void give(TrainingState state) {
    for (float[] array : state.arrays()) {
      FLOATS.give(array, array.length);
    }
  }

  /** Takes sums that nothing refers to any more. */
  public static void giveSums(double[] sums) {
    SUMS.give(sums, sums.length);
  }

  /** Forgets all of them. */
  public static void clear() {
    FLOATS.byLength.clear();
    SUMS.byLength.clear();
  }

  /** Spare arrays of one type. */
  private static final class Kind<T> {
    private final Map<Integer, Queue<SoftReference<T>>> byLength = new ConcurrentHashMap<>();
    private final IntFunction<T> made;

    private Kind(IntFunction<T> made) {
      this.made = made;
    }

    private T take(int length) {
      Queue<SoftReference<T>> spare = byLength.get(length);
      if (spare != null) {
        for (SoftReference<T> next = spare.poll(); next != null; next = spare.poll()) {
          T array = next.get();
          if (array != null) {
            return array;
          }
        }
      }
      return made.apply(length);
    }

    private void give(T array, int length) {
      if (length >= SHORTEST) {
        byLength
            .computeIfAbsent(length, none -> new ConcurrentLinkedQueue<>())
            .add(new SoftReference<>(array));
      }
    }
  }
}
