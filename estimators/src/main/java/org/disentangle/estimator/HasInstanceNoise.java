package org.disentangle.estimator;

import org.apache.spark.ml.param.LongParam;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param of the noise on the images that D sees early in a training. */
public interface HasInstanceNoise<T extends StageParams<T>> extends HasNumCodes<T> {

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
            () -> (long) (Presets.of(presets(), getPreset()).instanceNoiseShare() * getMaxIter()));
  }

  default long getInstanceNoiseIter() {
    return value(instanceNoiseIter());
  }

  default T setInstanceNoiseIter(long iterations) {
    return with(instanceNoiseIter(), iterations);
  }
}
