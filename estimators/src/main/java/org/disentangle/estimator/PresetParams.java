// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Params that every system takes from a preset unless they are set: the value is then that of the
 * row of the system's table that {@code preset} names, such as {@link InfoGanCrPreset}. The nested
 * interfaces are what several systems take from theirs.
 */
public interface PresetParams<T extends StageParams<T>> extends HasRounds<T> {

  /** The table of this system's presets: an enum, the default first. */
  Class<? extends Preset> presets();

  /**
   * Networks, sizes and settings to start from: those of the system's table, such as {@link
   * InfoGanCrPreset} or {@link org.disentangle.net.vae.VaePreset}, by name. Default "dsprites".
   */
  default Param<String> preset() {
    return declared()
        .stringParam(
            "preset",
            Allowed.oneOf(Presets.ids(presets())).orFormer(Presets.formerIds(presets())),
            "networks and settings to start from");
  }

  default String getPreset() {
    return value(preset());
  }

  default T setPreset(String preset) {
    return with(preset(), preset);
  }

  /**
   * Images per mini-batch and worker, at least 1; at least 2 where the networks normalise vectors
   * over the batch, as G of most presets does, or a statistic of codes is estimated within it, such
   * as the total correlation. Default: the preset's.
   */
  default IntParam batchSize() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "batchSize",
                    Allowed.atLeast(1),
                    "images per mini-batch and worker; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).batchSize());
  }

  default int getBatchSize() {
    return value(batchSize());
  }

  default T setBatchSize(int value) {
    return with(batchSize(), value);
  }

  /**
   * Iterations of every worker, at least 1. One iteration is one mini-batch: InfoGAN-CR trains D
   * and Q once and G twice on it, an autoencoder and IB-GAN all their networks once. Default: the
   * preset's.
   */
  @Override
  default LongParam maxIter() {
    return declared()
        .derived(
            declared()
                .longParam(
                    "maxIter",
                    Allowed.atLeast(1L),
                    "iterations of every worker; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).maxIter());
  }

  @Override
  default long getMaxIter() {
    return value(maxIter());
  }

  default T setMaxIter(long value) {
    return with(maxIter(), value);
  }

  /** Param of the noise that G takes beside the codes. */
  interface HasNoiseDim<T extends StageParams<T>> extends HasNumCodes<T> {

    @Override
    Class<? extends Preset.Noisy> presets();

    /**
     * Nuisance noise values, 0 to 10,000, for what the codes do not explain. Default: the preset's.
     */
    default IntParam noiseDim() {
      return declared()
          .derived(
              declared()
                  .intParam(
                      "noiseDim",
                      Allowed.between(0, LatentSpace.MOST_VALUES),
                      "nuisance noise values; the default is the preset's"),
              () -> Presets.of(presets(), getPreset()).noiseDim());
    }

    default int getNoiseDim() {
      return value(noiseDim());
    }

    default T setNoiseDim(int value) {
      return with(noiseDim(), value);
    }
  }

  /** Learning rates of the two sides of an adversarial game. */
  interface HasAdversarialRates<T extends StageParams<T>> extends HasNumCodes<T> {

    @Override
    Class<? extends Preset.Adversarial> presets();

    /** Adam's learning rate for G, above 0; in IB-GAN for R and Q too. Default: the preset's. */
    default DoubleParam learningRateG() {
      return declared()
          .derived(
              declared()
                  .doubleParam(
                      "learningRateG",
                      Allowed.above(0.0),
                      "Adam's learning rate for G; the default is the preset's"),
              () -> Presets.of(presets(), getPreset()).learningRateG());
    }

    default double getLearningRateG() {
      return value(learningRateG());
    }

    default T setLearningRateG(double value) {
      return with(learningRateG(), value);
    }

    /**
     * Adam's learning rate for D, above 0; in InfoGAN and InfoGAN-CR for Q too, which shares its
     * trunk. In IB-GAN it is much lower than G's, so that D stays uncertain. Default: the preset's.
     */
    default DoubleParam learningRateD() {
      return declared()
          .derived(
              declared()
                  .doubleParam(
                      "learningRateD",
                      Allowed.above(0.0),
                      "Adam's learning rate for D; the default is the preset's"),
              () -> Presets.of(presets(), getPreset()).learningRateD());
    }

    default double getLearningRateD() {
      return value(learningRateD());
    }

    default T setLearningRateD(double value) {
      return with(learningRateD(), value);
    }
  }

  /** Param of the noise on the images that D sees early in a training. */
  interface HasInstanceNoise<T extends StageParams<T>> extends HasNumCodes<T> {

    @Override
    Class<? extends Preset.InstanceNoise> presets();

    /**
     * Iterations over which the noise on the images that D sees, real and generated, falls linearly
     * to none, at least 0; 0 for no noise. Default: the preset's share of {@code maxIter}.
     */
    default LongParam instanceNoiseIter() {
      return declared()
          .derived(
              declared()
                  .longParam(
                      "instanceNoiseIter",
                      Allowed.atLeast(0L),
                      "iterations with noise on images; the default is the preset's share of maxIter"),
              () ->
                  (long) (Presets.of(presets(), getPreset()).instanceNoiseShare() * getMaxIter()));
    }

    default long getInstanceNoiseIter() {
      return value(instanceNoiseIter());
    }

    default T setInstanceNoiseIter(long iterations) {
      return with(instanceNoiseIter(), iterations);
    }
  }
}
