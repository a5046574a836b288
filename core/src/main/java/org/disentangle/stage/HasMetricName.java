// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.List;
import org.apache.spark.ml.param.Param;

/** Param {@code metricName}: which score an evaluator computes. */
public interface HasMetricName<T extends StageParams<T>> extends StageParams<T> {

  /** The names this evaluator knows, its default first. */
  List<String> metricNames();

  /** Name of the score, one of {@link #metricNames()}. Default: the first of them. */
  default Param<String> metricName() {
    return declared()
        .stringParam("metricName", Allowed.oneOf(metricNames()), "score that is computed");
  }

  default String getMetricName() {
    return value(metricName());
  }

  default T setMetricName(String name) {
    return with(metricName(), name);
  }
}
