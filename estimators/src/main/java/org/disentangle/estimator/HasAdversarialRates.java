package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Learning rates of the two sides of an adversarial game. */
public interface HasAdversarialRates<T extends StageParams<T>> extends HasNumCodes<T> {

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
