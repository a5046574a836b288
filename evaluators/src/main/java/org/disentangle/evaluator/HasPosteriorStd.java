// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.metric.suite.IndependenceMetrics;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param {@code posteriorStd}: how uncertain an inferred code is. */
public interface HasPosteriorStd<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Standard deviation of each code given its image, in units of the codes; above 0. Default 1,
   * that of the encoders of InfoGAN and InfoGAN-CR, which infer a mean alone.
   */
  default DoubleParam posteriorStd() {
    return declared()
        .doubleParam(
            "posteriorStd",
            Allowed.above(0.0).byDefault(IndependenceMetrics.DEFAULT_POSTERIOR_STD),
            "standard deviation of a code given its image");
  }

  default double getPosteriorStd() {
    return value(posteriorStd());
  }

  default T setPosteriorStd(double value) {
    return with(posteriorStd(), value);
  }
}
