// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Numbers in a random order, all orders being equally probable. */
public final class RandomOrder {

  private RandomOrder() {}

  /** The numbers 0 to {@code size - 1}. */
  public static int[] of(int size, SplittableRandom random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
