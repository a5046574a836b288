// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.StyleContentModelParams;
import org.disentangle.net.procedure.Presets;
import org.disentangle.net.stylecontent.StyleContentPreset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasLabelCol;
import org.disentangle.stage.StageParams;

/** Params of {@link StyleContentVaeGan}. */
public interface StyleContentParams<T extends StageParams<T>>
    extends StyleContentModelParams<T>, HasLabelCol<T>, PresetParams<T>, HasArchitecture<T> {

  @Override
  default Class<StyleContentPreset> presets() {
    return StyleContentPreset.class;
  }

  /**
   * Values of the specified code, 1 to 10,000; more distinguish labels that look alike. Default:
   * the preset's.
   */
  default IntParam specifiedDim() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "specifiedDim",
                    Allowed.between(1, LatentSpace.MOST_VALUES),
                    "values of the specified code; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).specifiedDim());
  }

  default int getSpecifiedDim() {
    return value(specifiedDim());
  }

  default T setSpecifiedDim(int value) {
    return with(specifiedDim(), value);
  }

  /**
   * Values of the unspecified code, 1 to 10,000; more rebuild images better, and have more room for
   * the label, which should not be there. Default: the preset's.
   */
  default IntParam unspecifiedDim() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "unspecifiedDim",
                    Allowed.between(1, LatentSpace.MOST_VALUES),
                    "values of the unspecified code; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).unspecifiedDim());
  }

  default int getUnspecifiedDim() {
    return value(unspecifiedDim());
  }

  default T setUnspecifiedDim(int value) {
    return with(unspecifiedDim(), value);
  }

  /**
   * Weight of the adversarial losses, at least 0. Images with exchanged codes keep the label of the
   * specified code the better the larger it is, and images are rebuilt the worse. The paper does
   * not give its value. In nats of a whole image. Default: the preset's.
   */
  default DoubleParam lambda() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "lambda",
                    Allowed.atLeast(0.0),
                    "weight of the adversarial losses; the default is the preset's"),
            () -> weights().lambda());
  }

  private StyleContentPreset.Weights weights() {
    return Presets.of(presets(), getPreset()).weights();
  }

  default double getLambda() {
    return value(lambda());
  }

  default T setLambda(double value) {
    return with(lambda(), value);
  }

  /**
   * Weight of the divergence of the unspecified code from its prior, at least 0. Larger values
   * leave it less room; at 0, codes drawn from the prior mean nothing; 1 is the evidence lower
   * bound. Default: the preset's.
   */
  default DoubleParam klWeight() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "klWeight",
                    Allowed.atLeast(0.0),
                    "weight of the unspecified code's divergence; the default is the preset's"),
            () -> weights().klWeight());
  }

  default double getKlWeight() {
    return value(klWeight());
  }

  default T setKlWeight(double value) {
    return with(klWeight(), value);
  }

  /**
   * Weight of the dependence of the unspecified code on the label, at least 0, in nats of a whole
   * image: a loss of the encoder that the paper does not have, whose only adversary sees images. A
   * decoder that ignores what the unspecified code says of the label satisfies that one; with this,
   * the label cannot be read from the code. 0 is the paper's system. Default: the preset's.
   */
  default DoubleParam labelWeight() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "labelWeight",
                    Allowed.atLeast(0.0),
                    "weight of the unspecified code's dependence on the label; the default is the"
                        + " preset's"),
            () -> weights().label());
  }

  default double getLabelWeight() {
    return value(labelWeight());
  }

  default T setLabelWeight(double value) {
    return with(labelWeight(), value);
  }

  /**
   * Whether the specified code of every image stays as {@code initialModel} has it, and everything
   * else learns: the encoder's trunk and its head of specified codes keep their values. Needs
   * {@code initialModel}. Default false.
   */
  default BooleanParam frozenSpecified() {
    return declared()
        .booleanParam(
            "frozenSpecified", false, "whether the specified code stays as initialModel has it");
  }

  default boolean getFrozenSpecified() {
    return (boolean) value(frozenSpecified());
  }

  default T setFrozenSpecified(boolean value) {
    return with(frozenSpecified(), value);
  }

  /** The paper's optimiser. */
  String GRADIENT_DESCENT = "sgd";

  /**
   * How all networks learn: "adam", or "sgd", plain gradient descent, as in the paper. The losses
   * are sums over a whole image, so that it needs far lower learning rates, such as 1e-5 for {@code
   * learningRate} and 1e-3 for {@code learningRateD}. Default "adam".
   */
  default Param<String> optimiser() {
    return declared()
        .stringParam(
            "optimiser",
            Allowed.nameAmong(List.of("adam", GRADIENT_DESCENT)).byDefault("adam"),
            "how networks learn: adam, or sgd as in the paper");
  }

  default String getOptimiser() {
    return value(optimiser());
  }

  default T setOptimiser(String name) {
    return with(optimiser(), name);
  }

  /**
   * Learning rate for encoder and decoder, above 0. Default 2e-3, this project's choice for Adam:
   * the paper has plain gradient descent without a published rate, a known re-implementation Adam
   * with 1e-4.
   */
  default DoubleParam learningRate() {
    return declared()
        .doubleParam(
            "learningRate",
            Allowed.above(0.0).byDefault(2e-3),
            "learning rate for encoder and decoder");
  }

  default double getLearningRate() {
    return value(learningRate());
  }

  default T setLearningRate(double value) {
    return with(learningRate(), value);
  }

  /** Learning rate for the discriminator, above 0. Default 5e-4, this project's choice for Adam. */
  default DoubleParam learningRateD() {
    return declared()
        .doubleParam(
            "learningRateD",
            Allowed.above(0.0).byDefault(5e-4),
            "learning rate for the discriminator");
  }

  default double getLearningRateD() {
    return value(learningRateD());
  }

  default T setLearningRateD(double value) {
    return with(learningRateD(), value);
  }

  /**
   * Triplets per mini-batch and worker, at least 1; at least 2 where batch normalisation needs it,
   * which all presets have. Default: the preset's.
   */
  @Override
  default IntParam batchSize() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "batchSize",
                    Allowed.atLeast(1),
                    "triplets per mini-batch and worker; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).batchSize());
  }
}
