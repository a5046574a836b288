// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param of the models whose codes can be categorical: a column of their probabilities. */
public interface HasCategoryProbabilities<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Column of the probabilities that Q gives the categories of the first categorical code, as
   * Spark's classifiers have it: a vector with one value for each category. Those of further
   * categorical codes are appended as columns of this name with "_1", "_2" and so on. Only where
   * codes are inferred from images. Default "": no such column.
   */
  default Param<String> probabilityCol() {
    return declared()
        .stringParam(
            "probabilityCol",
            Allowed.where(String.class, "a column's name, or empty for none", name -> true)
                .byDefault(""),
            "column of the probabilities of categories");
  }

  default String getProbabilityCol() {
    return value(probabilityCol());
  }

  default T setProbabilityCol(String column) {
    return with(probabilityCol(), column);
  }
}
