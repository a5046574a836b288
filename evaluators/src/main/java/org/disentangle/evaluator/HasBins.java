// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.param.IntParam;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param {@code bins}: how finely codes are divided for their mutual information. */
public interface HasBins<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Intervals of equal width that each code is divided into, at least 2. Default 20. More bins see
   * finer dependence and need more rows.
   */
  default IntParam bins() {
    return declared()
        .intParam(
            "bins",
            Allowed.atLeast(2).byDefault(EqualWidthBins.DEFAULT),
            "intervals that a code is divided into");
  }

  default int getBins() {
    return value(bins());
  }

  default T setBins(int bins) {
    return with(bins(), bins);
  }
}
