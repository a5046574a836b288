// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.util.Locale;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.PaperClaim;
import org.disentangle.examples.experiment.trial.ExperimentRun;
import org.disentangle.examples.experiment.trial.TrainLine;
import org.disentangle.examples.experiment.trial.Trial;

/**
 * What an experiment would do: what the paper says, the measures, and the command of every run.
 *
 * @param experiment planned
 */
record PlanText(ExperimentRun experiment) {

  @Override
  public String toString() {
    ExperimentPlan plan = experiment.plan();
    StringBuilder text = new StringBuilder();
    line(text, "%s", plan.table().title());
    for (PaperClaim claim : plan.table().says()) {
      line(text, "  the paper: %s", claim);
    }
    line(text, "  measured on %s: %s", plan.scored(), String.join(", ", plan.measures().names()));
    for (Trial trial : experiment.trials()) {
      line(text, "%s:", trial);
      line(text, "  %s", new TrainLine(trial, experiment.model(trial).toString()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
