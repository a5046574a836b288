package org.disentangle.stage;

import org.apache.spark.ml.param.StringArrayParam;

/** Param {@code factorCols}: the columns of ground-truth factors. */
public interface HasFactorCols<T extends StageParams<T>> extends StageParams<T> {

  /** What the name of a factor column begins with when {@code factorCols} is not set. */
  String FACTOR_PREFIX = "factor_";

  /**
   * Names of the numeric columns of ground-truth factors, one or more, all different. Unset by
   * default; then a stage takes the columns whose names begin with {@value #FACTOR_PREFIX}.
   */
  default StringArrayParam factorCols() {
    return declared()
        .stringArrayParam(
            "factorCols",
            Allowed.columnNames(),
            "columns of ground-truth factors; unset: those that begin with " + FACTOR_PREFIX);
  }

  default String[] getFactorCols() {
    return value(factorCols()).clone();
  }

  default T setFactorCols(String... columns) {
    return with(factorCols(), columns.clone());
  }
}
