// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.HasFeaturesCol;
import org.disentangle.stage.HasPairCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;

/**
 * The features of pairs of rows, checked and on the driver.
 *
 * @param numFeatures features a row
 * @param first features of one row of each pair, pair by pair
 * @param second features of the other rows, in the same order
 */
record CollectedPairs(int numFeatures, double[] first, double[] second) {

  private static final long LOW_BITS = 0xFFFFFFFFL;

  /**
   * Collects the columns that a stage names.
   *
   * @throws org.disentangle.error.InvalidInputException if columns are missing or of another type,
   *     if there are no rows, if values are null or not finite, or if a pair id is not in exactly
   *     two rows
   */
  static <S extends HasFeaturesCol<S> & HasPairCol<S>> CollectedPairs of(S stage, Dataset<?> data) {
    SchemaChecks checks = new SchemaChecks(stage, data.schema());
    checks.numbers(stage.featuresCol());
    checks.input(stage.pairCol(), ColumnType.WHOLE_NUMBER);
    InputErrors errors = InputErrors.of(stage);
    String pairCol = stage.getPairCol();
    Column id = ExactColumn.named(pairCol).cast("long");
    PackedRows rows =
        PackedRows.collect(
            data,
            stage.getFeaturesCol(),
            List.of(pairCol, pairCol),
            List.of(functions.shiftright(id, 32), id.bitwiseAND(LOW_BITS)), // exact as doubles
            errors);
    long[] ids = ids(rows);
    int[] order =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(Comparator.comparingLong(row -> ids[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] sorted = Arrays.stream(order).mapToLong(row -> ids[row]).toArray();
    requirePairs(sorted, pairCol, errors);
    return new CollectedPairs(
        rows.width(), everySecond(0, order, rows), everySecond(1, order, rows));
  }

  private static long[] ids(PackedRows rows) {
    long[] ids = new long[rows.rows()];
    Arrays.setAll(
        ids, row -> (long) rows.numbers()[2 * row] << 32 | (long) rows.numbers()[2 * row + 1]);
    return ids;
  }

  private static void requirePairs(long[] sorted, String pairCol, InputErrors errors) {
    int start = 0;
    for (int end = 1; end <= sorted.length; end++) {
      if (end == sorted.length || sorted[end] != sorted[start]) {
        if (end - start != 2) {
          throw errors.column(
              pairCol,
              String.format(
                  Locale.ROOT,
                  "pair %d in %d row%s",
                  sorted[start],
                  end - start,
                  end - start == 1 ? "" : "s"),
              "each pair in exactly two rows",
              "Filter rows before pairs are made, and keep sets of pairs apart.");
        }
        start = end;
      }
    }
  }

  private static double[] everySecond(int from, int[] order, PackedRows rows) {
    int width = rows.width();
    double[] chosen = new double[order.length / 2 * width];
    for (int i = from; i < order.length; i += 2) {
      System.arraycopy(rows.arrays(), order[i] * width, chosen, i / 2 * width, width);
    }
    return chosen;
  }
}
