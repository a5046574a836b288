// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.param.IntParam;
import org.disentangle.metric.suite.IndependenceMetrics;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param {@code dhsicRows}: how many rows are compared pair by pair. */
public interface HasDhsicRows<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Rows that "dhsic" sees, the first of the table; at least 2. Default 2,000. Time grows with
   * their square.
   */
  default IntParam dhsicRows() {
    return declared()
        .intParam(
            "dhsicRows",
            Allowed.atLeast(2).byDefault(IndependenceMetrics.DEFAULT_DHSIC_ROWS),
            "rows that dhsic compares pair by pair");
  }

  default int getDhsicRows() {
    return value(dhsicRows());
  }

  default T setDhsicRows(int value) {
    return with(dhsicRows(), value);
  }
}
