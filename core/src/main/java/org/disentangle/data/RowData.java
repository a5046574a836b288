// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A data set of numbered rows, fully described: what the options of a data source lead to. It goes
 * to the executors, each of which reads some ranges of rows.
 */
public interface RowData extends Serializable {

  /** All columns; a query may ask for some of them. */
  StructType schema();

  /** How many rows there are; they are numbered from 0. */
  int rows();

  /** Into how many ranges the rows are cut, from 1 to their number. */
  int numPartitions();

  /**
   * What fills these columns, for one range of rows. Columns that are not asked for cost nothing.
   *
   * @param columns names from the schema, each at most once
   * @return one cell per column, in this order
   */
  List<Cell> cells(List<String> columns);

  /**
   * Where a range that would begin at a row begins instead: at that row, or at an earlier one if
   * rows are read together. Every row is allowed by default.
   *
   * @param row from 0 to {@link #rows}
   */
  default int rangeStart(int row) {
    return row;
  }
}
