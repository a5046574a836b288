package org.disentangle.estimator;

import java.util.Locale;
import org.disentangle.stage.InputErrors;

/** Refuses schedules of {@link InfoGanCr} that cannot happen. */
record ScheduleChecks(InfoGanCrParams<?> params) {

  void check() {
    InputErrors errors = InputErrors.of(params);
    long maxIter = params.getMaxIter();
    params.checkCrStart();
    if (params.getAlpha() > 0 && params.getAlphaRise() > maxIter - params.getCrStart()) {
      throw errors.parameter(
          "alphaRise",
          params.getAlphaRise(),
          String.format(
              Locale.ROOT,
              "at most the iterations from crStart (%d) to maxIter (%d)",
              params.getCrStart(),
              maxIter),
          "crStart should be earlier, or alphaRise shorter.");
    }
    boolean switches = params.getGapSwitch() != Long.MAX_VALUE; // else set to never
    if (params.isSet(params.gapSwitch())
        && switches
        && (params.getGapSwitch() >= maxIter || params.getGapSwitch() < params.getCrStart())) {
      throw errors.parameter(
          "gapSwitch",
          params.getGapSwitch(),
          String.format(
              Locale.ROOT,
              "an iteration from crStart (%d) to below maxIter (%d)",
              params.getCrStart(),
              maxIter),
          "maxIter was lowered: leave gapSwitch unset to scale it.");
    }
  }
}
