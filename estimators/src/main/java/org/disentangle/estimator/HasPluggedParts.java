// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Params of the GANs that can take over the three parts of {@link Oogan} (Liu et al. 2020: "a suite
 * of three modules that can be plugged into any GAN framework"), each by itself. All are off by
 * default.
 */
public interface HasPluggedParts<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Whether continuous codes are one-hot vectors at every other iteration, 1 for one code of each
   * image and 0 for the others, and Q has to name that code. Needs two continuous codes. Default
   * false.
   */
  default BooleanParam oneHot() {
    return declared()
        .booleanParam(
            "oneHot", false, "whether codes are one-hot vectors at every other iteration");
  }

  default boolean getOneHot() {
    return (boolean) value(oneHot());
  }

  default T setOneHot(boolean value) {
    return with(oneHot(), value);
  }

  /**
   * Weight of the cross-entropy of one-hot codes, at least 0; the OOGAN paper finds 1 to 5 alike.
   * No effect without {@code oneHot}. Default 1.
   */
  default DoubleParam gamma() {
    return declared()
        .doubleParam(
            "gamma", Allowed.atLeast(0.0).byDefault(1.0), "weight of the one-hot cross-entropy");
  }

  default double getGamma() {
    return value(gamma());
  }

  default T setGamma(double value) {
    return with(gamma(), value);
  }

  /**
   * Whether codes and noise enter G by separate branches, the noise masked by the codes: one layer
   * takes the place of the dense layers before G's first transposed convolution. Default false.
   */
  default BooleanParam competeFree() {
    return declared().booleanParam("competeFree", false, "whether G's input is compete-free");
  }

  default boolean getCompeteFree() {
    return (boolean) value(competeFree());
  }

  default T setCompeteFree(boolean value) {
    return with(competeFree(), value);
  }

  /**
   * Whether Q reads each of its outputs off feature maps of that output alone: two convolutions and
   * a linear layer in groups take the place of Q's own layers, from the last feature maps on.
   * Default false.
   */
  default BooleanParam grouped() {
    return declared()
        .booleanParam("grouped", false, "whether Q reads each of its outputs off its own maps");
  }

  default boolean getGrouped() {
    return (boolean) value(grouped());
  }

  default T setGrouped(boolean value) {
    return with(grouped(), value);
  }

  /**
   * Weight of the squared cosines between Q's kernels, at least 0. No effect without {@code
   * grouped}. Default 1.
   */
  default DoubleParam orthogonalWeight() {
    return declared()
        .doubleParam(
            "orthogonalWeight",
            Allowed.atLeast(0.0).byDefault(1.0),
            "weight of the orthogonal regularisation");
  }

  default double getOrthogonalWeight() {
    return value(orthogonalWeight());
  }

  default T setOrthogonalWeight(double value) {
    return with(orthogonalWeight(), value);
  }
}
