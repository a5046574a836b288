// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.IntParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param {@code averagingFrequency}: how long workers step on their own. */
public interface HasAveragingFrequency<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Iterations every worker steps on its own before parameters and optimiser states are averaged,
   * at least 1. Default 100. Fewer follow single-machine training more closely; more spend less
   * time on averaging.
   */
  default IntParam averagingFrequency() {
    return declared()
        .intParam(
            "averagingFrequency",
            Allowed.atLeast(1).byDefault(100),
            "iterations of every worker between two averagings");
  }

  default int getAveragingFrequency() {
    return value(averagingFrequency());
  }

  default T setAveragingFrequency(int iterations) {
    return with(averagingFrequency(), iterations);
  }
}
