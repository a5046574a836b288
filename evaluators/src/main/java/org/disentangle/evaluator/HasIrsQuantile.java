// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.metric.intervention.Irs;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param {@code irsQuantile}: which deviation stands for a group of rows. */
public interface HasIrsQuantile<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Quantile of the deviations within a group of rows, from 0 to 1. Default 0.99, which a few
   * outliers do not move; 1 is the maximum, as in the paper of the robustness score.
   */
  default DoubleParam irsQuantile() {
    return declared()
        .doubleParam(
            "irsQuantile",
            Allowed.between(0.0, 1.0).byDefault(Irs.DEFAULT_QUANTILE),
            "quantile of the deviations within a group of rows");
  }

  default double getIrsQuantile() {
    return value(irsQuantile());
  }

  default T setIrsQuantile(double value) {
    return with(irsQuantile(), value);
  }
}
