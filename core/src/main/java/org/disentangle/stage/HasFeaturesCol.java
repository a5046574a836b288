// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code featuresCol}: the column of image features. */
public interface HasFeaturesCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of features: a vector, {@code array<float>} or {@code array<double>}, one
   * value per feature. Default "features".
   */
  default Param<String> featuresCol() {
    return declared()
        .stringParam(
            "featuresCol",
            Allowed.columnName().byDefault("features"),
            "column of image features, one array or vector a row");
  }

  default String getFeaturesCol() {
    return value(featuresCol());
  }

  default T setFeaturesCol(String column) {
    return with(featuresCol(), column);
  }
}
