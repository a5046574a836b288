// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/** Puts a cell into the leaf columns it has a part in. */
@FunctionalInterface
interface CellWriter {

  /**
   * @param row a row, a struct or what else has cells by number
   * @param cell the cell's number
   */
  void write(SpecializedGetters row, int cell);
}
