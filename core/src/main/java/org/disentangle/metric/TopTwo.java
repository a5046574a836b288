// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;
import org.disentangle.error.InvalidInputException;

/**
 * The two largest of several scores, and the gap between them: what MIG, its relatives and SAP are
 * made of.
 *
 * @param first place of the largest; the lowest of several equal ones
 * @param second place of the largest of the others; the lowest of several equal ones, -1 if there
 *     is no other
 * @param gap first score minus second score; with no other score the first score itself, as if the
 *     second were 0
 */
public record TopTwo(int first, int second, double gap) {

  /**
   * Of scores in a row.
   *
   * @param scores at least one; at least 0
   */
  public static TopTwo of(double[] scores) {
    return of(scores, 0);
  }

  /**
   * The same where scores count as equal to the largest if they are no further from it than a
   * tolerance. The gap may then be negative, by no more than the tolerance.
   *
   * @param scores at least one; at least 0
   */
  public static TopTwo of(double[] scores, double tieTolerance) {
    if (scores.length == 0) {
      throw InvalidInputException.of("scores", "none", "at least one");
    }
    double largest = Arrays.stream(scores).max().getAsDouble();
    int first = 0;
    while (scores[first] < largest - tieTolerance) {
      first++;
    }
    int second = -1;
    for (int i = 0; i < scores.length; i++) {
      if (i != first && (second < 0 || scores[i] > scores[second])) {
        second = i;
      }
    }
    return new TopTwo(first, second, scores[first] - (second < 0 ? 0 : scores[second]));
  }

  /** Of each row of a matrix. */
  public static TopTwo[] ofRows(double[][] matrix) {
    return Arrays.stream(matrix).map(TopTwo::of).toArray(TopTwo[]::new);
  }

  /** Of each column of a matrix [row][column]. */
  public static TopTwo[] ofColumns(double[][] matrix) {
    return ofColumns(matrix, 0);
  }

  /** The same with a tolerance for ties, as in {@link #of(double[], double)}. */
  public static TopTwo[] ofColumns(double[][] matrix, double tieTolerance) {
    TopTwo[] result = new TopTwo[matrix[0].length];
    for (int column = 0; column < result.length; column++) {
      int at = column;
      double[] scores = Arrays.stream(matrix).mapToDouble(row -> row[at]).toArray();
      result[column] = of(scores, tieTolerance);
    }
    return result;
  }
}
