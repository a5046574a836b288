// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;

/**
 * Area under the receiver operating characteristic: the probability that a positive row has a
 * larger score than a negative one, ties counting 1/2.
 */
public final class RocAuc {

  private RocAuc() {}

  /**
   * In [0, 1]; 1/2 if all scores are equal.
   *
   * @param positives scores, at least one
   * @param negatives scores, at least one
   */
  public static double of(double[] positives, double[] negatives) {
    double[] high = positives.clone();
    double[] low = negatives.clone();
    Arrays.sort(high);
    Arrays.sort(low);
    double wins = 0;
    int below = 0;
    int upTo = 0;
    for (double score : high) {
      while (below < low.length && low[below] < score) {
        below++;
      }
      while (upTo < low.length && low[upTo] <= score) {
        upTo++;
      }
      wins += (below + upTo) / 2.0;
    }
    return wins / high.length / low.length;
  }

  /**
   * The unweighted mean over classes of the area of the probability of a class, its own rows
   * against all others. A class that no row has, or all rows have, has no area and does not count.
   *
   * @param probabilities [row][class]
   * @param labels class of each row; a label that is no class is negative for all
   * @throws IllegalArgumentException if no class has an area
   */
  public static double meanOverClasses(double[][] probabilities, int[] labels) {
    return IntStream.range(0, probabilities[0].length)
        .filter(label -> Arrays.stream(labels).anyMatch(other -> other == label))
        .filter(label -> Arrays.stream(labels).anyMatch(other -> other != label))
        .mapToDouble(label -> ofClass(label, probabilities, labels))
        .average()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "labels",
                    String.format(Locale.ROOT, "fewer than two classes in %d rows", labels.length),
                    "rows of two or more classes to score",
                    "Take more test rows."));
  }

  private static double ofClass(int label, double[][] probabilities, int[] labels) {
    return of(
        scores(label, probabilities, row -> labels[row] == label),
        scores(label, probabilities, row -> labels[row] != label));
  }

  private static double[] scores(int label, double[][] probabilities, IntPredicate chosen) {
    return IntStream.range(0, probabilities.length)
        .filter(chosen)
        .mapToDouble(row -> probabilities[row][label])
        .toArray();
  }
}
