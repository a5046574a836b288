// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.StringArrayParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** Param {@code discreteFactorCols}: which factors are classes. */
public interface HasDiscreteFactorCols<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Columns of factors whose values are classes, not sizes, some of the factor columns. Unset by
   * default; then the first factor is taken as one, as the shape of dSprites is.
   */
  default StringArrayParam discreteFactorCols() {
    return declared()
        .stringArrayParam(
            "discreteFactorCols",
            Allowed.columnNames(),
            "factors whose values are classes; unset: the first factor");
  }

  default String[] getDiscreteFactorCols() {
    return value(discreteFactorCols()).clone();
  }

  /**
   * Numbers of the factors that are classes.
   *
   * @param all the factor columns
   * @throws org.disentangle.error.InvalidInputException if one that is set is not among them
   */
  default List<Integer> discreteFactors(List<String> all) {
    if (!isSet(discreteFactorCols())) {
      return List.of(0);
    }
    List<String> named = List.of(getDiscreteFactorCols());
    if (!all.containsAll(named)) {
      throw InputErrors.of(this)
          .parameter(
              "discreteFactorCols",
              named,
              "some of the factors " + all,
              "Factors with a single value in all rows cannot be named.");
    }
    return named.stream().map(all::indexOf).toList();
  }

  default T setDiscreteFactorCols(String... columns) {
    return with(discreteFactorCols(), columns.clone());
  }
}
