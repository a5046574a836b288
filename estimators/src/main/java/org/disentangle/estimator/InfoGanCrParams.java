// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.disentangle.latent.PairDesign;
import org.disentangle.model.DisentangledModelParams;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGanCr} alone: at which iterations the contrastive regulariser changes, which
 * pairs it compares, and an ablation. Those without a default take the value of the preset, a row
 * of {@link InfoGanCrPreset}; setting one changes that one alone.
 */
public interface InfoGanCrParams<T extends StageParams<T>>
    extends DisentangledModelParams<T>, InfoGanParams<T>, ContrastParams<T>, HasLearningRateTc<T> {

  @Override
  default Class<InfoGanCrPreset> presets() {
    return InfoGanCrPreset.class;
  }

  /**
   * Iterations over which alpha rises linearly, from {@code crStart} on, to its value; 0 for all at
   * once. With {@code lambda} 0 and {@code packSize} 2 this is the paper's ablation with PacGAN,
   * which raises alpha progressively (it does not say how). Must end by {@code maxIter}. Default 0.
   */
  default LongParam alphaRise() {
    return declared()
        .longParam(
            "alphaRise",
            Allowed.atLeast(0L).byDefault(0L),
            "iterations over which alpha rises once it is on");
  }

  default long getAlphaRise() {
    return value(alphaRise());
  }

  default T setAlphaRise(long iterations) {
    return with(alphaRise(), iterations);
  }

  /**
   * Iteration at which the gap becomes {@code gapAfter}, between {@code crStart} and {@code
   * maxIter}. Default: the preset's share of {@code maxIter}; never ({@link Long#MAX_VALUE}) where
   * the preset has no such switch.
   */
  default LongParam gapSwitch() {
    return declared()
        .derived(
            declared()
                .longParam(
                    "gapSwitch",
                    Allowed.atLeast(0L),
                    "iteration at which the gap becomes gapAfter; the default is the preset's share of maxIter, or never"),
            () -> Presets.of(presets(), getPreset()).gapSwitch(getMaxIter()));
  }

  default long getGapSwitch() {
    return value(gapSwitch());
  }

  default T setGapSwitch(long value) {
    return with(gapSwitch(), value);
  }

  /** The gap from {@code gapSwitch} on, in [0, 2). Default: the preset's. */
  default DoubleParam gapAfter() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "gapAfter",
                    Allowed.where(
                        Double.class,
                        "a number from 0 up to, not including, 2",
                        value -> value >= 0 && value < 2,
                        "Codes span -1 to 1."),
                    "the gap from gapSwitch on; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).gapAfter());
  }

  default double getGapAfter() {
    return value(gapAfter());
  }

  default T setGapAfter(double value) {
    return with(gapAfter(), value);
  }

  /**
   * Iterations over which the gap moves linearly to {@code gapAfter}, from {@code gapSwitch} on,
   * while H goes on; 0 for all at once, with an H that starts afresh. The paper tried a smooth
   * change (section 4.1) and found that it hurts. Must end by {@code maxIter}. Default 0.
   */
  default LongParam gapFall() {
    return declared()
        .longParam(
            "gapFall",
            Allowed.atLeast(0L).byDefault(0L),
            "iterations over which the gap moves to gapAfter, from gapSwitch on");
  }

  default long getGapFall() {
    return value(gapFall());
  }

  default T setGapFall(long iterations) {
    return with(gapFall(), iterations);
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

  /**
   * Refuses schedules that cannot happen.
   *
   * @throws org.disentangle.error.InvalidInputException if a switch would come at or after the end,
   *     before {@code crStart}, or alpha or gap would not have their values by then
   */
  default void checkSchedule() {
    InputErrors errors = InputErrors.of(this);
    long maxIter = getMaxIter();
    checkCrStart();
    if (getAlpha() > 0 && getAlphaRise() > maxIter - getCrStart()) {
      throw errors.parameter(
          "alphaRise",
          getAlphaRise(),
          String.format(
              Locale.ROOT,
              "at most the iterations from crStart (%d) to maxIter (%d)",
              getCrStart(),
              maxIter),
          "Start earlier (crStart), or shorten alphaRise.");
    }
    boolean switches = getGapSwitch() != Long.MAX_VALUE; // else set to never
    if (isSet(gapSwitch())
        && switches
        && (getGapSwitch() >= maxIter || getGapSwitch() < getCrStart())) {
      throw errors.parameter(
          "gapSwitch",
          getGapSwitch(),
          String.format(
              Locale.ROOT,
              "an iteration from crStart (%d) to below maxIter (%d)",
              getCrStart(),
              maxIter),
          "Leave gapSwitch unset to scale it with maxIter.");
    }
    if (getGapFall() > 0 && (!switches || getGapFall() > maxIter - getGapSwitch())) {
      throw errors.parameter(
          "gapFall",
          getGapFall(),
          switches
              ? String.format(
                  Locale.ROOT,
                  "at most the iterations from gapSwitch (%d) to maxIter (%d)",
                  getGapSwitch(),
                  maxIter)
              : "0 where the gap never changes",
          switches ? "Start earlier (gapSwitch), or shorten gapFall." : "Set gapSwitch.");
    }
  }
}
