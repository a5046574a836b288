// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;

class BestMatchingTest {

  /** Expected from scipy's linear_sum_assignment. */
  @Test
  void wideAndTall() {
    double[][] wide = SkewedTable.noise(5, 6, 9);
    assertArrayEquals(new int[] {3, 1, 8, 6, 0, 4}, BestMatching.of(wide));
    double[][] tall = new double[9][6];
    for (int row = 0; row < 9; row++) {
      for (int column = 0; column < 6; column++) {
        tall[row][column] = wide[column][row];
      }
    }
    assertArrayEquals(new int[] {4, 1, -1, 0, 5, -1, 3, -1, 2}, BestMatching.of(tall));
  }

  @Test
  void asGoodAsTheBestOfAllMatchings() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 300; round++) {
      double[][] weights = new double[random.nextInt(1, 6)][random.nextInt(1, 6)];
      for (double[] row : weights) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextInt(-2, 5); // many ties
        }
      }
      int[] matched = BestMatching.of(weights);
      double total = 0;
      boolean[] taken = new boolean[weights[0].length];
      int pairs = 0;
      for (int row = 0; row < matched.length; row++) {
        if (matched[row] >= 0) {
          assertEquals(false, taken[matched[row]]);
          taken[matched[row]] = true;
          total += weights[row][matched[row]];
          pairs++;
        }
      }
      int free = weights.length - Math.min(weights.length, weights[0].length);
      assertEquals(weights.length - free, pairs);
      assertEquals(best(weights, 0, new boolean[taken.length], free), total, 1e-12);
    }
  }

  @Test
  void malformedWeightsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> BestMatching.of(new double[0][]));
    double[][] ragged = {{1, 2}, {1}};
    assertThrows(IllegalArgumentException.class, () -> BestMatching.of(ragged));
    double[][] undefined = {{Double.NaN}};
    assertThrows(IllegalArgumentException.class, () -> BestMatching.of(undefined));
  }

  private static double best(double[][] weights, int row, boolean[] taken, int free) {
    if (row == weights.length) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    if (free > 0) {
      best = best(weights, row + 1, taken, free - 1);
    }
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        best = Math.max(best, weights[row][column] + best(weights, row + 1, taken, free));
        taken[column] = false;
      }
    }
    return best;
  }
}
