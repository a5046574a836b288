package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.disentangle.stage.InputErrors;

/**
 * Reads a column of float arrays, double arrays or vectors of one length.
 *
 * @param index the column's position
 * @param limit largest absolute value allowed
 * @param maybe what usually causes a value outside
 */
record FloatCells(
    InputErrors errors, String column, int index, int length, double limit, String maybe)
    implements Serializable {

  /** Copies a row's values to {@code into}, from {@code offset} on. */
  void copy(Row row, float[] into, int offset) {
    Object cell = row.get(index);
    if (cell == null) {
      throw errors.column(
          column, "null", expected(), "rows without values should be filtered out first.");
    }
    if (cell instanceof Vector vector) {
      requireLength(vector.size());
      for (int i = 0; i < length; i++) {
        into[offset + i] = checked(vector.apply(i));
      }
    } else {
      List<Number> values = row.getList(index);
      requireLength(values.size());
      for (int i = 0; i < length; i++) {
        Number value = values.get(i);
        into[offset + i] = checked(value == null ? Double.NaN : value.doubleValue());
      }
    }
  }

  private void requireLength(int found) {
    if (found != length) {
      throw errors.column(
          column,
          found + " values",
          expected(),
          "the column was made for a model with another latent space.");
    }
  }

  private float checked(double value) {
    if (!(Math.abs(value) <= limit)) {
      throw errors.column(column, "value " + value, expected(), maybe);
    }
    return (float) value;
  }

  private String expected() {
    return "%d values from -%s to %s".formatted(length, limit, limit);
  }
}
