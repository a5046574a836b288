package org.disentangle.model;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows with one more value at their end. */
final class AppendedCell {

  private AppendedCell() {}

  static Row of(Row row, Object cell) {
    Object[] values = new Object[row.size() + 1];
    for (int column = 0; column < row.size(); column++) {
      values[column] = row.get(column);
    }
    values[row.size()] = cell;
    return RowFactory.create(values);
  }
}
