// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows of a table ordered by factors, then by codes. Rows are first sorted by a 31-bit key that
 * is made of as many factors as fit, which leaves few to compare in full.
 */
record CanonicalOrder(LabelledCodes table) {

  private static final long KEYS = 1L << 31;

  int[] rows() {
    long[] keyed = new long[table.rows()];
    int factors = factorsInKey();
    for (int row = 0; row < keyed.length; row++) {
      keyed[row] = (factors == 0 ? firstCode(row) : key(row, factors)) << 32 | row;
    }
    Arrays.parallelSort(keyed);
    int[] rows = Arrays.stream(keyed).mapToInt(value -> (int) value).toArray();
    for (int from = 0; from < rows.length; ) {
      int to = from + 1;
      while (to < rows.length && keyed[to] >> 32 == keyed[from] >> 32) {
        to++;
      }
      if (to - from > 1) {
        compareInFull(rows, from, to);
      }
      from = to;
    }
    return rows;
  }

  private int factorsInKey() {
    long keys = 1;
    for (int factor = 0; factor < table.numFactors(); factor++) {
      keys *= table.factorSize(factor);
      if (keys > KEYS) {
        return factor;
      }
    }
    return table.numFactors();
  }

  private long key(int row, int factors) {
    long key = 0;
    for (int factor = 0; factor < factors; factor++) {
      key = key * table.factorSize(factor) + table.factorId(row, factor);
    }
    return key;
  }

  /** The upper half of the bits of the first code, in an order that is that of the numbers. */
  private long firstCode(int row) {
    long bits = Double.doubleToLongBits(table.code(row, 0));
    return (bits < 0 ? bits ^ Long.MAX_VALUE : bits) >> 32;
  }

  private void compareInFull(int[] rows, int from, int to) {
    Comparator<Integer> byFactors =
        (a, b) -> compare(table.numFactors(), f -> table.factorId(a, f) - table.factorId(b, f));
    Comparator<Integer> byCodes =
        (a, b) ->
            compare(table.numCodes(), c -> Double.compare(table.code(a, c), table.code(b, c)));
    int[] sorted =
        IntStream.range(from, to)
            .mapToObj(place -> rows[place])
            .sorted(byFactors.thenComparing(byCodes))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, rows, from, sorted.length);
  }

  private interface At {
    int compare(int place);
  }

  private static int compare(int count, At places) {
    for (int place = 0; place < count; place++) {
      int order = places.compare(place);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
