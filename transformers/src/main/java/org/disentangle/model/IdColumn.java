// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** A column of row ids that a method names. */
final class IdColumn {

  private IdColumn() {}

  /**
   * @throws org.disentangle.error.InvalidInputException if it is missing or holds no whole numbers
   */
  static StructField field(StageParams<?> stage, StructType schema, String name) {
    return Arrays.stream(schema.fields())
        .filter(field -> field.name().equals(name))
        .filter(field -> ColumnType.WHOLE_NUMBER.matches(field.dataType()))
        .findFirst()
        .orElseThrow(
            () ->
                InputErrors.of(stage)
                    .column(
                        name,
                        "columns " + schema.simpleString(),
                        "a column of that name of type " + ColumnType.WHOLE_NUMBER,
                        "Make one with monotonically_increasing_id()."));
  }

  /**
   * The id of a row.
   *
   * @throws org.disentangle.error.InvalidInputException if it has none
   */
  static long of(Row row, int index, String name, InputErrors errors) {
    if (row.isNullAt(index)) {
      throw errors.column(name, "null", "an id in every row");
    }
    return ((Number) row.get(index)).longValue();
  }
}
