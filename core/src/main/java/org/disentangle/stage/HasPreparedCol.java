// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code preparedCol}: the column that prepared images are written to. */
public interface HasPreparedCol<T extends StageParams<T>> extends StageParams<T> {

  /** Name of the column of prepared images; it must not exist in the input. Default "prepared". */
  default Param<String> preparedCol() {
    return declared()
        .stringParam(
            "preparedCol",
            Allowed.columnName().byDefault("prepared"),
            "column of prepared images; it must not exist in the input");
  }

  default String getPreparedCol() {
    return value(preparedCol());
  }

  default T setPreparedCol(String column) {
    return with(preparedCol(), column);
  }
}
