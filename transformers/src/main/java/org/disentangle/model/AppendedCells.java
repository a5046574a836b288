// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows with more values at their end. */
final class AppendedCells {

  private AppendedCells() {}

  static Row of(Row row, Object... cells) {
    Object[] values = new Object[row.size() + cells.length];
    for (int column = 0; column < row.size(); column++) {
      values[column] = row.get(column);
    }
    System.arraycopy(cells, 0, values, row.size(), cells.length);
    return RowFactory.create(values);
  }
}
