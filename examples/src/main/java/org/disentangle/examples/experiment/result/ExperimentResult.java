// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.util.List;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.ExperimentVariant;
import org.disentangle.examples.experiment.PaperClaim;
import org.disentangle.examples.experiment.trial.ExperimentOutcome;
import org.disentangle.examples.experiment.trial.SelectionScore;
import org.disentangle.examples.experiment.trial.TrialScore;

/**
 * What an experiment came to.
 *
 * @param experiment name of the table
 * @param says what papers say
 * @param size of the experiment
 * @param data images that were trained on
 * @param scored images that were measured on
 * @param command as it was typed last
 * @param seconds wall time of that command
 * @param runSeconds of training and measuring, over all runs
 * @param measures names of the columns
 * @param variants the rows
 * @param selections what selections among all models picked
 * @param runs every run
 */
public record ExperimentResult(
    String experiment,
    String title,
    List<PaperClaim> says,
    String size,
    String data,
    String scored,
    List<Long> seeds,
    String command,
    double seconds,
    double runSeconds,
    List<String> measures,
    List<VariantResult> variants,
    List<SelectionScore> selections,
    List<TrialScore> runs) {

  /**
   * Adds up runs.
   *
   * @param outcome of the plan
   */
  public static ExperimentResult of(
      ExperimentPlan plan, ExperimentOutcome outcome, String command, double seconds) {
    List<TrialScore> scores = outcome.runs();
    List<String> measures = plan.measures().names();
    return new ExperimentResult(
        plan.table().name(),
        plan.table().title(),
        plan.table().says(),
        plan.size().toString(),
        plan.data(),
        plan.scored(),
        plan.seeds(),
        command,
        seconds,
        scores.stream().mapToDouble(run -> run.trainingSeconds() + run.measuringSeconds()).sum(),
        measures,
        plan.variants().stream()
            .map(ExperimentVariant::name)
            .map(name -> VariantResult.of(name, of(name, scores), measures))
            .toList(),
        outcome.selections(),
        scores);
  }

  private static List<TrialScore> of(String variant, List<TrialScore> scores) {
    return scores.stream().filter(run -> run.variant().equals(variant)).toList();
  }
}
