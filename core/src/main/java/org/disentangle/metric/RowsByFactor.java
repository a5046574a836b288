// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.SplittableRandom;

/**
 * For one factor, the rows that share each of its values, and random groups of them. Values with a
 * single row have nothing to compare and are left out.
 */
final class RowsByFactor {

  private final LabelledCodes table;
  private final int factor;
  private final int[] start;
  private final int[] rows;

  /**
   * @throws IllegalArgumentException if the factor has only one value, or more than half of the
   *     rows have a value of their own
   */
  RowsByFactor(LabelledCodes table, int factor) {
    this.table = table;
    this.factor = factor;
    int size = table.factorSize(factor);
    if (size < 2) {
      throw UnusableFactorException.constant(factor);
    }
    FactorClasses.require(table, factor);
    int[] counts = FactorClasses.counts(table, factor);
    this.start = new int[size + 1];
    for (int id = 0; id < size; id++) {
      start[id + 1] = start[id] + (counts[id] < 2 ? 0 : counts[id]);
    }
    this.rows = new int[start[size]];
    int[] next = start.clone();
    for (int row = 0; row < table.rows(); row++) {
      int id = table.factorId(row, factor);
      if (counts[id] >= 2) {
        rows[next[id]++] = row;
      }
    }
  }

  /**
   * Codes, [row][code], of rows that share the value which a random row has: {@code size} different
   * ones, or all if fewer share it. Reorders the rows of that value, so that the next draw is
   * independent of this one.
   */
  double[][] group(int size, SplittableRandom random) {
    int id = table.factorId(rows[random.nextInt(rows.length)], factor);
    int end = start[id + 1];
    double[][] group = new double[Math.min(size, end - start[id])][];
    for (int i = 0; i < group.length; i++) {
      int at = start[id] + i;
      int chosen = random.nextInt(at, end);
      int row = rows[chosen];
      rows[chosen] = rows[at];
      rows[at] = row;
      group[i] = table.codesOf(row);
    }
    return group;
  }

  /** Two different rows that share a value: the first is any row, the second any of the others. */
  int[] pair(SplittableRandom random) {
    int first = random.nextInt(rows.length);
    int id = table.factorId(rows[first], factor);
    int second = random.nextInt(start[id], start[id + 1] - 1);
    return new int[] {rows[first], rows[second < first ? second : second + 1]};
  }
}
