// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code probabilityCol}: the column of class probabilities. */
public interface HasProbabilityCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of class probabilities, as Spark's classifiers write it: a vector, {@code
   * array<float>} or {@code array<double>}, one value per class. Default "probability".
   */
  default Param<String> probabilityCol() {
    return declared()
        .stringParam(
            "probabilityCol",
            Allowed.columnName().byDefault("probability"),
            "column of class probabilities, one array or vector a row");
  }

  default String getProbabilityCol() {
    return value(probabilityCol());
  }

  default T setProbabilityCol(String column) {
    return with(probabilityCol(), column);
  }
}
