package org.disentangle.estimator;

import java.util.Locale;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** Params of InfoGAN-CR's contrastive regulariser, and the iterations at which it changes. */
public interface ScheduleParams<T extends StageParams<T>> extends ContrastParams<T> {

  @Override
  Class<InfoGanCrPreset> presets();

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
   * Refuses schedules that cannot happen.
   *
   * @throws org.disentangle.error.InvalidInputException if a switch would come at or after the end,
   *     before {@code crStart}, or alpha would not have risen by then
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
  }
}
