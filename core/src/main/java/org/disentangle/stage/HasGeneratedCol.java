// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code generatedCol}: the column that generated images are written to. */
public interface HasGeneratedCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of generated images; it must not exist in the input. Default "generated".
   */
  default Param<String> generatedCol() {
    return declared()
        .stringParam(
            "generatedCol",
            Allowed.columnName().byDefault("generated"),
            "column of generated images; it must not exist in the input");
  }

  default String getGeneratedCol() {
    return value(generatedCol());
  }

  default T setGeneratedCol(String column) {
    return with(generatedCol(), column);
  }
}
