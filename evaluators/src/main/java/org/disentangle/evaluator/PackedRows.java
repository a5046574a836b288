// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.VectorParts;

/**
 * One column of arrays and some columns of numbers, brought to the driver in one pass that computes
 * and moves nothing else; 8 bytes a number.
 *
 * @param names the columns of numbers
 * @param numbers their values, row by row
 * @param width the length of every array
 * @param arrays the arrays, row by row
 */
record PackedRows(List<String> names, double[] numbers, int width, double[] arrays) {

  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  /**
   * Collects whole columns.
   *
   * @throws org.disentangle.error.InvalidInputException if there are no rows or more than a Java
   *     array holds, if arrays are empty or differ in length, or if a value is null or not finite
   */
  static PackedRows collect(
      Dataset<?> data, String arrayCol, List<String> names, InputErrors errors) {
    return collect(data, arrayCol, names, names.stream().map(ExactColumn::named).toList(), errors);
  }

  /**
   * Collects numbers that are computed first.
   *
   * @param names what errors call the numbers
   * @param numbers the numbers
   */
  static PackedRows collect(
      Dataset<?> data,
      String arrayCol,
      List<String> names,
      List<Column> numbers,
      InputErrors errors) {
    int numNames = names.size();
    Column[] columns =
        Stream.concat(
                numbers.stream().map(number -> number.cast("double")),
                Stream.of(doubles(data, arrayCol, errors)))
            .toArray(Column[]::new);
    List<double[]> chunks =
        data.select(columns)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new RowChunks(numNames))
            .collect();
    if (chunks.isEmpty()) {
      throw errors.rows("none", "at least one");
    }
    int width = (int) chunks.get(0)[0];
    int rowSize = 1 + numNames + width;
    long rows = chunks.stream().mapToLong(chunk -> chunk.length).sum() / rowSize;
    double[] values = new double[length(rows, numNames, errors)];
    double[] arrays = new double[length(rows, width, errors)];
    int row = 0;
    for (double[] chunk : chunks) {
      for (int at = 0; at < chunk.length; at += rowSize, row++) {
        requireWidth(arrayCol, (int) chunk[at], width, errors);
        for (int i = 0; i < numNames; i++) {
          values[row * numNames + i] = finite(names.get(i), chunk[at + 1 + i], errors);
        }
        for (int i = 0; i < width; i++) {
          arrays[row * width + i] = finite(arrayCol, chunk[at + 1 + numNames + i], errors);
        }
      }
    }
    return new PackedRows(names, values, width, arrays);
  }

  private static void requireWidth(String arrayCol, int found, int width, InputErrors errors) {
    if (found < 1 || found != width) {
      throw errors.column(
          arrayCol,
          found == width
              ? "empty or null arrays"
              : String.format(Locale.ROOT, "rows of %d and of %d values", width, found),
          "one or more values, as many in every row");
    }
  }

  int rows() {
    return arrays.length / width;
  }

  /** The values of one column of numbers. */
  double[] column(String name) {
    return columns(List.of(name));
  }

  /** The values of some columns of numbers, row by row. */
  double[] columns(List<String> some) {
    int rows = rows();
    int[] places = some.stream().mapToInt(names::indexOf).toArray();
    double[] values = new double[rows * places.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < places.length; i++) {
        values[row * places.length + i] = numbers[row * names.size() + places[i]];
      }
    }
    return values;
  }

  private static Column doubles(Dataset<?> data, String column, InputErrors errors) {
    Column cells = ExactColumn.named(column);
    DataType type = data.schema().apply(column).dataType();
    if (ColumnType.VECTOR.matches(type)) {
      return functions.when( // vector_to_array fails at a null
          cells.isNotNull(), org.apache.spark.ml.functions.vector_to_array(cells, "float64"));
    }
    return ColumnType.VECTOR_PARTS.matches(type)
        ? new VectorParts(errors, column).array(cells)
        : cells.cast("array<double>");
  }

  private static int length(long rows, int width, InputErrors errors) {
    if (rows * width > MOST_VALUES) {
      throw errors.rows(
          String.format(Locale.ROOT, "%d rows of %d values", rows, width),
          String.format(Locale.ROOT, "at most %d values in all", MOST_VALUES),
          "Take a sample of the rows.");
    }
    return (int) (rows * width);
  }

  private static double finite(String column, double value, InputErrors errors) {
    if (!Double.isFinite(value)) {
      throw errors.column(
          column,
          Double.isNaN(value) ? "null or NaN" : String.valueOf(value),
          "finite numbers in every row",
          "A network diverged, or a join left gaps.");
    }
    return value;
  }
}
