// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code labelCol}: the column of true classes. */
public interface HasLabelCol<T extends StageParams<T>> extends StageParams<T> {

  /** Name of the column of true classes: whole numbers from 0 on. Default "label". */
  default Param<String> labelCol() {
    return declared()
        .stringParam(
            "labelCol",
            Allowed.columnName().byDefault("label"),
            "column of true classes, whole numbers from 0 on");
  }

  default String getLabelCol() {
    return value(labelCol());
  }

  default T setLabelCol(String column) {
    return with(labelCol(), column);
  }
}
