// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code predictionCol}: the column of predicted classes. */
public interface HasPredictionCol<T extends StageParams<T>> extends StageParams<T> {

  /** Name of the column of predicted classes, as doubles. Default "prediction". */
  default Param<String> predictionCol() {
    return declared()
        .stringParam(
            "predictionCol",
            Allowed.columnName().byDefault("prediction"),
            "column of predicted classes, whole numbers from 0 on as doubles");
  }

  default String getPredictionCol() {
    return value(predictionCol());
  }

  default T setPredictionCol(String column) {
    return with(predictionCol(), column);
  }
}
