package org.disentangle.estimator;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.latent.PairDesign;
import org.disentangle.model.DisentangledModelParams;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGanCr}. Those without a default take the preset's value; setting one changes
 * that one alone.
 */
public interface InfoGanCrParams<T extends StageParams<T>>
    extends DisentangledModelParams<T>,
        InformationParams<T>,
        AdversaryParams<T>,
        ScheduleParams<T>,
        HasLearningRateTc<T> {

  @Override
  default Class<InfoGanCrPreset> presets() {
    return InfoGanCrPreset.class;
  }

  /**
   * Whether contrastive pairs share one code (true, default) or all codes but one (false); H then
   * identifies the one that is not shared. See {@link PairDesign}.
   */
  default BooleanParam sharedCode() {
    return declared()
        .booleanParam(
            "sharedCode", PairDesign.STANDARD.sharedCode(), "whether pairs share one code alone");
  }

  default boolean getSharedCode() {
    return (boolean) value(sharedCode());
  }

  default T setSharedCode(boolean shared) {
    return with(sharedCode(), shared);
  }

  /** Whether contrastive pairs share their noise. Default true. See {@link PairDesign}. */
  default BooleanParam sharedNoise() {
    return declared()
        .booleanParam(
            "sharedNoise", PairDesign.STANDARD.sharedNoise(), "whether pairs share their noise");
  }

  default boolean getSharedNoise() {
    return (boolean) value(sharedNoise());
  }

  default T setSharedNoise(boolean shared) {
    return with(sharedNoise(), shared);
  }

  /**
   * Weight of the total correlation of Q's codes, at least 0: an ablation of the paper, which found
   * that it hurts (see {@link org.disentangle.net.infogan.InfoGanTcProcedure}). Continuous codes
   * only. Default 0, without it.
   */
  default DoubleParam gammaTc() {
    return declared()
        .doubleParam(
            "gammaTc",
            Allowed.atLeast(0.0).byDefault(0.0),
            "weight of the total correlation of the codes, 0 for none");
  }

  default double getGammaTc() {
    return value(gammaTc());
  }

  default T setGammaTc(double value) {
    return with(gammaTc(), value);
  }
}
