package org.disentangle.estimator;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params that every system takes from a preset unless they are set. */
public interface PresetParams<T extends StageParams<T>> extends HasRounds<T> {

  /** The table of this system's presets: an enum, the default first. */
  Class<? extends Preset> presets();

  /**
   * Networks, sizes and settings to start from: those of the system's table, such as {@link
   * org.disentangle.net.infogan.InfoGanCrPreset} or {@link org.disentangle.net.vae.VaePreset}, by
   * name. Default "dsprites".
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
}
