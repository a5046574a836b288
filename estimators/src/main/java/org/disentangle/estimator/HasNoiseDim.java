package org.disentangle.estimator;

import org.apache.spark.ml.param.IntParam;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param of the noise that G takes beside the codes. */
public interface HasNoiseDim<T extends StageParams<T>> extends HasNumCodes<T> {

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
