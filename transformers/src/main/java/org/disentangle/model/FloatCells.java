// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.VectorParts;

/**
 * Reads a column of float arrays, double arrays, vectors or their parts, of one length.
 *
 * @param index the column's position
 * @param length values of each cell
 * @param test which values each place can have
 * @param expected length and values in words
 * @param advice on a value outside, in whole sentences; null for none
 */
record FloatCells(
    InputErrors errors,
    String column,
    int index,
    int length,
    ValueTest test,
    String expected,
    String advice)
    implements Serializable {

  /** Which values are allowed at a position; NaN never is. */
  @FunctionalInterface
  interface ValueTest extends Serializable {
    boolean at(int position, double value);
  }

  /** Copies a row's values to {@code into}, from {@code offset} on. */
  void copy(Row row, float[] into, int offset) {
    Object cell = row.get(index);
    if (cell == null) {
      throw errors.column(column, "null", expected, "Filter out rows without values first.");
    }
    if (cell instanceof Vector || cell instanceof Row) {
      double[] values =
          cell instanceof Vector vector
              ? vector.toArray()
              : new VectorParts(errors, column).values((Row) cell);
      requireLength(values.length);
      for (int i = 0; i < length; i++) {
        into[offset + i] = checked(values[i], i);
      }
    } else {
      List<Number> cells = row.getList(index);
      requireLength(cells.size());
      for (int i = 0; i < length; i++) {
        into[offset + i] = checked(cells.get(i), i);
      }
    }
  }

  private void requireLength(int found) {
    if (found != length) {
      throw errors.column(
          column,
          found == 1 ? "1 value" : found + " values",
          expected,
          "The column was made for a model with another latent space.");
    }
  }

  private float checked(Number value, int position) {
    if (value == null || !test.at(position, value.doubleValue())) {
      throw errors.column(
          column,
          String.format(Locale.ROOT, "%s as value %d", value, position),
          expected,
          advice(value));
    }
    return value.floatValue();
  }

  private String advice(Number value) {
    return value == null || Double.isNaN(value.doubleValue())
        ? "An earlier step left values out, or divided by zero."
        : advice;
  }
}
