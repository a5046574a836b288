// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.net.vae.VaePreset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/**
 * Params of the contrastive regulariser and of H, which judges its pairs. Unless they are set, they
 * take the value of the preset, a row of {@link InfoGanCrPreset} or {@link VaePreset}.
 */
public interface ContrastParams<T extends StageParams<T>> extends HasNumCodes<T> {

  @Override
  Class<? extends Preset.Contrastive> presets();

  /**
   * Weight of the contrastive regulariser once it is on, at least 0; 0 trains without. For
   * InfoGAN-CR values of 1 to 3 help and much larger ones hurt, 0 trains the paper's "InfoGAN
   * (modified)", and the default is the preset's. For FactorVAE it is an ablation of the paper,
   * which found no gain (see {@link org.disentangle.net.vae.ContrastiveVaeProcedure}); default 0.
   */
  default DoubleParam alpha() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "alpha",
                    Allowed.atLeast(0.0),
                    "weight of the contrastive regulariser once it is on; the default is the preset's, or 0"),
            () -> Presets.of(presets(), getPreset()).alpha());
  }

  default double getAlpha() {
    return value(alpha());
  }

  default T setAlpha(double value) {
    return with(alpha(), value);
  }

  /**
   * Iteration at which the contrastive regulariser starts, from 0 to below {@code maxIter}.
   * Default: the preset's share of {@code maxIter}; for FactorVAE 300,000 of 311,040 iterations,
   * and that share of another {@code maxIter}.
   */
  default LongParam crStart() {
    return declared()
        .derived(
            declared()
                .longParam(
                    "crStart",
                    Allowed.atLeast(0L),
                    "iteration at which alpha takes effect; the default is a share of maxIter"),
            () -> Presets.of(presets(), getPreset()).crStart(getMaxIter()));
  }

  default long getCrStart() {
    return value(crStart());
  }

  default T setCrStart(long value) {
    return with(crStart(), value);
  }

  /**
   * Least distance of the codes a contrastive pair does not share, in [0, 2); for a normal prior in
   * shares of it on [-1, 1]. Default: the preset's, or 0.
   */
  default DoubleParam gap() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "gap",
                    Allowed.where(
                        Double.class,
                        "a number from 0 up to, not including, 2",
                        value -> value >= 0 && value < 2,
                        "Codes span -1 to 1."),
                    "least distance of unshared codes in a contrastive pair; the default is the preset's, or 0"),
            () -> Presets.of(presets(), getPreset()).gap());
  }

  default double getGap() {
    return value(gap());
  }

  default T setGap(double value) {
    return with(gap(), value);
  }

  /** Adam's learning rate for H, above 0. Default: the preset's; 2e-3 for FactorVAE. */
  default DoubleParam learningRateH() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "learningRateH",
                    Allowed.above(0.0),
                    "Adam's learning rate for H; the default is the preset's, or 0.002"),
            () -> Presets.of(presets(), getPreset()).learningRateH());
  }

  default double getLearningRateH() {
    return value(learningRateH());
  }

  default T setLearningRateH(double value) {
    return with(learningRateH(), value);
  }

  /**
   * Refuses a regulariser that would never start.
   *
   * @throws org.disentangle.error.InvalidInputException if alpha is above 0 and {@code crStart} not
   *     below {@code maxIter}
   */
  default void checkCrStart() {
    if (getAlpha() > 0 && getCrStart() >= getMaxIter()) {
      throw InputErrors.of(this)
          .parameter(
              "crStart",
              getCrStart(),
              String.format(
                  Locale.ROOT,
                  "an iteration below maxIter (%d), because alpha is %s",
                  getMaxIter(),
                  getAlpha()),
              "Leave crStart unset to scale it with maxIter, or set alpha to 0.");
    }
  }
}
