// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of models by their scores. */
public final class Ranking {

  private Ranking() {}

  /** The models from the largest score to the smallest; of equal ones the lower number first. */
  public static int[] descending(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(model -> -scores[model]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
