// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.estimator.PresetParams.HasInstanceNoise;
import org.disentangle.estimator.PresetParams.HasNoiseDim;
import org.disentangle.latent.Prior;
import org.disentangle.model.DisentangledModelParams;
import org.disentangle.net.oogan.CodeDistance;
import org.disentangle.net.oogan.OoganPreset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasCategories;
import org.disentangle.stage.StageParams;

/** Params of {@link Oogan}, in which the parts that other GANs can take over are on by default. */
public interface OoganParams<T extends StageParams<T>>
    extends DisentangledModelParams<T>,
        HasNoiseDim<T>,
        HasInstanceNoise<T>,
        HasCategories<T>,
        HasPluggedParts<T>,
        HasArchitecture<T> {

  @Override
  default Class<OoganPreset> presets() {
    return OoganPreset.class;
  }

  @Override
  default IntArrayParam categories() {
    return declared().derived(HasCategories.super.categories(), () -> defaultCategories());
  }

  @Override
  default int[] defaultCategories() {
    return Presets.of(presets(), getPreset()).latent().categories().stream()
        .mapToInt(count -> count)
        .toArray();
  }

  /**
   * Distribution of every noise value: "uniform" on [-1, 1] or "normal", as in the paper. Default:
   * the preset's.
   */
  default Param<String> noisePrior() {
    return declared()
        .derived(
            declared()
                .stringParam(
                    "noisePrior",
                    Allowed.nameAmong(Prior.ids()),
                    "distribution of noise; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).latent().noisePrior().id());
  }

  default String getNoisePrior() {
    return value(noisePrior());
  }

  default T setNoisePrior(String prior) {
    return with(noisePrior(), prior);
  }

  /**
   * How far the continuous codes that Q finds are from those that were given, where it has no
   * variances: "l1", as in the paper, or "squared", half the squared difference. No effect with
   * {@code probabilistic}. Default: the preset's.
   */
  default Param<String> codeDistance() {
    return declared()
        .derived(
            declared()
                .stringParam(
                    "codeDistance",
                    Allowed.nameAmong(CodeDistance.ids()),
                    "distance of codes where Q has no variances; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).training().distance().id());
  }

  default String getCodeDistance() {
    return value(codeDistance());
  }

  default T setCodeDistance(String distance) {
    return with(codeDistance(), distance);
  }

  /**
   * Weight of the likelihood of the codes, at least 0; the paper finds 0.2 to 2 alike. With 0 G
   * does not hear of it, and Q learns apart what images carry about the codes. Default: the
   * preset's, 1, or 0.2 with "small32".
   */
  default DoubleParam lambda() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "lambda",
                    Allowed.atLeast(0.0),
                    "weight of the likelihood of the codes; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).training().lambda());
  }

  default double getLambda() {
    return value(lambda());
  }

  default T setLambda(double value) {
    return with(lambda(), value);
  }

  /**
   * Weight of the cross-entropy of one-hot codes, at least 0; the paper finds 1 to 5 alike. No
   * effect without {@code oneHot}. Default: the preset's, 1.
   */
  @Override
  default DoubleParam gamma() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "gamma",
                    Allowed.atLeast(0.0),
                    "weight of the one-hot cross-entropy; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).training().gamma());
  }

  /**
   * Whether codes are drawn as one-hot vectors in every other iteration, which Q has to name.
   * Default true; the paper's ablation "w/o one-hot" is false.
   */
  @Override
  default BooleanParam oneHot() {
    return declared()
        .booleanParam("oneHot", true, "whether codes are drawn as one-hot vectors in turn");
  }

  /**
   * Whether in every other one-hot batch one code is 1 for all images, the others uniform on [0.2,
   * 0.6], at a quarter of the weight. The authors' code has it, the paper does not. No effect
   * without {@code oneHot}. Default false.
   */
  default BooleanParam oneCode() {
    return declared()
        .booleanParam(
            "oneCode", false, "whether one code is 1 for all images in every other one-hot batch");
  }

  default boolean getOneCode() {
    return (boolean) value(oneCode());
  }

  default T setOneCode(boolean value) {
    return with(oneCode(), value);
  }

  /**
   * Whether codes and noise enter G by separate branches, the noise masked by the codes, so that
   * they do not compete. Default true; "w/o compete-free" is false. No effect with {@code
   * architecture}, whose G has the one or the other.
   */
  @Override
  default BooleanParam competeFree() {
    return declared().booleanParam("competeFree", true, "whether G's input is compete-free");
  }

  /**
   * Whether Q reads each code off its own feature maps, with orthogonal kernels. Default true; "w/o
   * ortho" is false. No effect with {@code architecture}, whose list {@code orthogonal} names the
   * layers.
   */
  @Override
  default BooleanParam grouped() {
    return declared()
        .booleanParam(
            "grouped", true, "whether Q reads each code off its own maps, with orthogonal kernels");
  }

  /**
   * Whether Q gives a variance a code rather than 1. Default false. No effect with {@code
   * architecture}, whose Q has the output {@code logVariance} or not.
   */
  default BooleanParam probabilistic() {
    return declared().booleanParam("probabilistic", false, "whether Q has a variance a code");
  }

  default boolean getProbabilistic() {
    return (boolean) value(probabilistic());
  }

  default T setProbabilistic(boolean value) {
    return with(probabilistic(), value);
  }

  /**
   * Adam's learning rate for G, D and Q, above 0; its moments are 0.5 and 0.99. Default 1e-4; 5e-4
   * with preset "small32".
   */
  default DoubleParam learningRate() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "learningRate",
                    Allowed.above(0.0),
                    "Adam's learning rate for G, D and Q; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).training().learningRate());
  }

  default double getLearningRate() {
    return value(learningRate());
  }

  default T setLearningRate(double value) {
    return with(learningRate(), value);
  }
}
