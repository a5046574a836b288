// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;

/**
 * Codes without factors, one array a code: what metrics read that need no ground truth.
 *
 * @param columns [code][row]; at least one code and one row, finite
 */
public record CodeColumns(double[][] columns) {

  /**
   * @throws IllegalArgumentException if there are no codes or no rows, the columns are not equally
   *     long, or a number is NaN or infinite
   */
  public CodeColumns {
    if (columns.length == 0 || columns[0].length == 0) {
      throw InvalidInputException.of(
          "codes",
          columns.length + " codes" + (columns.length == 0 ? "" : " of 0 rows"),
          "at least 1 code and 1 row");
    }
    for (int code = 0; code < columns.length; code++) {
      check(code, columns[code], columns[0].length);
    }
  }

  /** The codes of a table. */
  public static CodeColumns of(LabelledCodes table) {
    return new CodeColumns(
        IntStream.range(0, table.numCodes()).mapToObj(table::codeColumn).toArray(double[][]::new));
  }

  /**
   * The same from one array a row.
   *
   * @param rows [row][code]
   */
  public static CodeColumns ofRows(double[][] rows) {
    int numCodes = rows.length == 0 ? 0 : rows[0].length;
    double[][] columns = new double[numCodes][rows.length];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != numCodes) {
        throw InvalidInputException.of(
            "codes",
            String.format(Locale.ROOT, "%d values in row %d", rows[row].length, row),
            numCodes + " values, as in row 0");
      }
      for (int code = 0; code < numCodes; code++) {
        columns[code][row] = rows[row][code];
      }
    }
    return new CodeColumns(columns);
  }

  public int rows() {
    return columns[0].length;
  }

  public int numCodes() {
    return columns.length;
  }

  /** The codes that have the same value in all rows, in increasing order. */
  public List<Integer> constants() {
    return IntStream.range(0, columns.length)
        .filter(code -> isConstant(columns[code]))
        .boxed()
        .toList();
  }

  /** The codes that vary, [code][row], in the order they have here; may be none. */
  public double[][] varying() {
    return Arrays.stream(columns).filter(column -> !isConstant(column)).toArray(double[][]::new);
  }

  /** Whether all values are equal. */
  public static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static void check(int code, double[] column, int rows) {
    if (column.length != rows) {
      throw InvalidInputException.of(
          "code " + code, column.length + " rows", rows + " rows, as code 0 has");
    }
    for (int row = 0; row < rows; row++) {
      if (!Double.isFinite(column[row])) {
        throw InvalidInputException.of(
            "code " + code,
            String.format(Locale.ROOT, "%s in row %d", column[row], row),
            "finite numbers",
            "An encoder diverged, or a value is missing.");
      }
    }
  }
}
