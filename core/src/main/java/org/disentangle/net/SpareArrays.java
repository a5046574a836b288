// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Arrays of states that have been added up, for states to come in this JVM: those of each round
 * have the sizes of those of the round before. Otherwise most of what the garbage collector does
 * between rounds would be for arrays of megabytes. The collector takes them where memory is short.
 */
public final class SpareArrays {

  /** Shorter ones cost nothing to make. */
  private static final int SHORTEST = 1 << 14;

  private static final Map<Integer, Queue<SoftReference<float[]>>> BY_LENGTH =
      new ConcurrentHashMap<>();

  private SpareArrays() {}

  /** An array of any values, a spare one if there is one. */
  static float[] take(int length) {
    Queue<SoftReference<float[]>> spare = BY_LENGTH.get(length);
    if (spare != null) {
      for (SoftReference<float[]> next = spare.poll(); next != null; next = spare.poll()) {
        float[] array = next.get();
        if (array != null) {
          return array;
        }
      }
    }
    return new float[length];
  }

  /** Takes the arrays of a state that nothing refers to any more. */
  public static void give(TrainingState state) {
    for (float[] array : state.arrays()) {
      if (array.length >= SHORTEST) {
        BY_LENGTH
            .computeIfAbsent(array.length, none -> new ConcurrentLinkedQueue<>())
            .add(new SoftReference<>(array));
      }
    }
  }

  /** Forgets all of them. */
  public static void clear() {
    BY_LENGTH.clear();
  }
}
