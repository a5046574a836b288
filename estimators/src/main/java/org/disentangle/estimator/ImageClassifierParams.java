// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.model.ImageClassifierModelParams;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasLabelCol;
import org.disentangle.stage.HasNumWorkers;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.StageParams;

/** Params of {@link ImageClassifier}. */
public interface ImageClassifierParams<T extends StageParams<T>>
    extends ImageClassifierModelParams<T>,
        HasLabelCol<T>,
        HasNumWorkers<T>,
        HasAveragingFrequency<T>,
        HasSeed<T> {

  /** See {@link #network}. */
  String SMALL = "small";

  /** See {@link #network}. */
  String SPRITES = "sprites";

  /**
   * The network, for images of any size: "small" (default) has two convolutions, "sprites" is the
   * deeper shape classifier of the InfoGAN-CR code, with batch normalisation. Both give 128
   * features.
   */
  default Param<String> network() {
    return declared()
        .stringParam(
            "network",
            Allowed.oneOf(List.of(SMALL, SPRITES)),
            "layers of the classifier: two convolutions, or four with batch normalisation");
  }

  default String getNetwork() {
    return value(network());
  }

  default T setNetwork(String name) {
    return with(network(), name);
  }

  /** Passes over the data, at least 1. Default 5. */
  default IntParam epochs() {
    return declared()
        .intParam("epochs", Allowed.atLeast(1).byDefault(5), "passes over the training data");
  }

  default int getEpochs() {
    return value(epochs());
  }

  default T setEpochs(int passes) {
    return with(epochs(), passes);
  }

  /** Learning rate of gradient descent, above 0. Default 0.05. */
  default DoubleParam learningRate() {
    return declared()
        .doubleParam(
            "learningRate",
            Allowed.above(0.0).byDefault(0.05),
            "learning rate of gradient descent");
  }

  default double getLearningRate() {
    return value(learningRate());
  }

  default T setLearningRate(double rate) {
    return with(learningRate(), rate);
  }

  /** Nesterov's momentum, 0 (none) to 0.999. Default 0.9. */
  default DoubleParam momentum() {
    return declared()
        .doubleParam(
            "momentum",
            Allowed.between(0.0, 0.999).byDefault(0.9),
            "share of the last step that the next one keeps");
  }

  default double getMomentum() {
    return value(momentum());
  }

  default T setMomentum(double share) {
    return with(momentum(), share);
  }
}
