package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.disentangle.estimator.PresetParams.HasAdversarialRates;
import org.disentangle.estimator.PresetParams.HasInstanceNoise;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.VaeModelParams;
import org.disentangle.net.ibgan.IbGanPreset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link IbGan}. Those without a default take the preset's value; setting one changes
 * that one alone.
 */
public interface IbGanParams<T extends StageParams<T>>
    extends VaeModelParams<T>, HasAdversarialRates<T>, HasInstanceNoise<T> {

  @Override
  default Class<IbGanPreset> presets() {
    return IbGanPreset.class;
  }

  /**
   * Values of z, 1 to 10,000: the noise that codes are made of in training and that Q finds in
   * images. More let the codes carry more; the trained G takes codes alone. Default: the preset's,
   * 16 for "dsprites".
   */
  default IntParam noiseDim() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "noiseDim",
                    Allowed.between(1, LatentSpace.MOST_VALUES),
                    "values of the noise z that codes are made of; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).noiseDim());
  }

  default int getNoiseDim() {
    return value(noiseDim());
  }

  default T setNoiseDim(int value) {
    return with(noiseDim(), value);
  }

  /**
   * Weight of the divergence of the codes from their prior, which bounds what they carry about z;
   * at least 0. Larger makes codes more independent and leaves more of them without effect; at 0
   * codes are not restricted, and at about 1 and above they carry nothing. The paper has 0.141 for
   * dSprites and 0.071 for its coloured variant. Default: the preset's.
   */
  default DoubleParam beta() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "beta",
                    Allowed.atLeast(0.0),
                    "weight of the codes' divergence from the prior; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).beta());
  }

  default double getBeta() {
    return value(beta());
  }

  default T setBeta(double value) {
    return with(beta(), value);
  }
}
