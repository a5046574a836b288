// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.disentangle.error.InvalidInputException;

/**
 * Numbers in rows and columns, each with a name. NaN stands for a number that does not exist.
 *
 * @param values [row][column]
 */
record Matrix(double[][] values, List<String> rowNames, List<String> columnNames) {

  /**
   * @throws IllegalArgumentException if there is no number, if the rows differ in length, if names
   *     and numbers do not match, or if a value is infinite
   */
  Matrix {
    if (values.length == 0 || values[0].length == 0) {
      throw refused(String.format(Locale.ROOT, "%d rows", values.length), "at least one value");
    }
    int width = values[0].length;
    for (double[] row : values) {
      if (row.length != width) {
        throw refused(
            String.format(Locale.ROOT, "rows of %d and of %d values", width, row.length),
            "rows of equal length");
      }
    }
    if (rowNames.size() != values.length || columnNames.size() != width) {
      throw refused(
          String.format(
              Locale.ROOT, "%d row names and %d column names", rowNames.size(), columnNames.size()),
          String.format(Locale.ROOT, "%d and %d", values.length, width));
    }
    if (Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite)) {
      throw refused("an infinite value", "finite values or NaN");
    }
    values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    rowNames = List.copyOf(rowNames);
    columnNames = List.copyOf(columnNames);
  }

  int rows() {
    return values.length;
  }

  int columns() {
    return values[0].length;
  }

  /** All values that exist. */
  DoubleStream numbers() {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .filter(value -> !Double.isNaN(value));
  }

  static InvalidInputException refused(String found, String expected) {
    return InvalidInputException.of("HeatMap", found, expected);
  }
}
