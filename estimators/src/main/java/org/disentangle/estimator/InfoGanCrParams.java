package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.model.DisentangledModelParams;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGanCr}. Those without a default of their own take the preset's value;
 * setting one changes that one alone.
 */
public interface InfoGanCrParams<T extends StageParams<T>>
    extends DisentangledModelParams<T>, ScheduleParams<T>, HasLearningRateTc<T> {

  /** Adam's learning rate for G, above 0. Default: the preset's. */
  default DoubleParam learningRateG() {
    return declared()
        .doubleParam(
            "learningRateG",
            Allowed.above(0.0),
            "Adam's learning rate for G; the default is the preset's");
  }

  default double getLearningRateG() {
    return orPreset(learningRateG(), presetTable().rates().generator());
  }

  default T setLearningRateG(double value) {
    return with(learningRateG(), value);
  }

  /** Adam's learning rate for D and Q, above 0. Default: the preset's. */
  default DoubleParam learningRateD() {
    return declared()
        .doubleParam(
            "learningRateD",
            Allowed.above(0.0),
            "Adam's learning rate for D and Q; the default is the preset's");
  }

  default double getLearningRateD() {
    return orPreset(learningRateD(), presetTable().rates().discriminator());
  }

  default T setLearningRateD(double value) {
    return with(learningRateD(), value);
  }

  /**
   * Weight of the total correlation of Q's codes, at least 0: an ablation of the paper, which found
   * that it hurts (see {@link org.disentangle.net.procedure.InfoGanCrTc}). Default 0, without it.
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
