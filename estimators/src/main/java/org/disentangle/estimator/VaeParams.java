// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.disentangle.model.VaeModelParams;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params that all variational autoencoders have. */
public interface VaeParams<T extends StageParams<T>>
    extends VaeModelParams<T>, HasNumCodes<T>, HasArchitecture<T> {

  /**
   * Iterations over which the weight of everything but the reconstruction error rises from 0 to 1,
   * at least 0. Default 0, as in the papers. In short runs a few hundred keep the encoder from
   * falling silent before the decoder listens.
   */
  default LongParam annealIter() {
    return declared()
        .longParam(
            "annealIter",
            Allowed.atLeast(0L).byDefault(0L),
            "iterations over which the regularisation rises");
  }

  default long getAnnealIter() {
    return value(annealIter());
  }

  default T setAnnealIter(long iterations) {
    return with(annealIter(), iterations);
  }

  /** Default of {@link #learningRate()}. */
  double defaultLearningRate();

  /**
   * Adam's learning rate for encoder and decoder, above 0. Default: that of the Estimator, {@link
   * #defaultLearningRate()}.
   */
  default DoubleParam learningRate() {
    return declared()
        .doubleParam(
            "learningRate",
            Allowed.above(0.0).byDefault(defaultLearningRate()),
            "Adam's learning rate for encoder and decoder");
  }

  default double getLearningRate() {
    return value(learningRate());
  }

  default T setLearningRate(double value) {
    return with(learningRate(), value);
  }
}
