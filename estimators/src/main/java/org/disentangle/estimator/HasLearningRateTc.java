// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Learning rate of the discriminator that estimates the total correlation of codes. */
public interface HasLearningRateTc<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Adam's learning rate for the discriminator of the total correlation, above 0. Default 1e-4. No
   * effect where that has no weight.
   */
  default DoubleParam learningRateTc() {
    return declared()
        .doubleParam(
            "learningRateTc",
            Allowed.above(0.0).byDefault(1e-4),
            "Adam's learning rate for the discriminator of the total correlation");
  }

  default double getLearningRateTc() {
    return value(learningRateTc());
  }

  default T setLearningRateTc(double value) {
    return with(learningRateTc(), value);
  }
}
