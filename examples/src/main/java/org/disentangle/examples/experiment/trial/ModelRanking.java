// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.SelectionSpec;
import org.disentangle.file.Place;
import org.disentangle.model.DisentangledModel;
import org.disentangle.selection.Ranked;

/**
 * The models of all runs, ranked by the selections of a plan and compared with the first metric of
 * codes, where larger is better.
 *
 * @param out folder of the experiment
 */
record ModelRanking(ExperimentPlan plan, Place out) {

  /**
   * What each selection picks; nothing if there are fewer than two models with a value.
   *
   * @param trials runs
   * @param scores what came of them
   * @param images labelled
   */
  List<SelectionScore> of(List<Trial> trials, List<TrialScore> scores, Dataset<Row> images) {
    Optional<String> metric = plan.measures().firstMetric();
    if (plan.selections().isEmpty() || metric.isEmpty()) {
      return List.of();
    }
    List<TrialScore> measured = new ArrayList<>();
    List<DisentangledModel<?>> models = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      if (Double.isFinite(scores.get(i).value(metric.get()))) {
        measured.add(scores.get(i));
        String model = TrialFolder.of(out, trials.get(i)).model().toString();
        models.add(DisentangledModel.load(images.sparkSession(), model));
      }
    }
    return models.size() < 2
        ? List.of()
        : plan.selections().stream()
            .map(one -> picked(one, metric.get(), models, measured, images))
            .toList();
  }

  private SelectionScore picked(
      SelectionSpec selection,
      String metric,
      List<DisentangledModel<?>> models,
      List<TrialScore> measured,
      Dataset<Row> images) {
    Ranked ranked =
        selection
            .selection(plan.measures(), plan.seeds().get(0))
            .setModels(models)
            .fit(images)
            .ranked();
    double[] values = measured.stream().mapToDouble(run -> run.value(metric)).toArray();
    double correlation = new SpearmansCorrelation().correlation(ranked.scores(), values);
    TrialScore best = measured.get(ranked.selected());
    return new SelectionScore(
        selection.method(),
        best.variant(),
        best.seed(),
        metric,
        best.value(metric),
        StatUtils.mean(values),
        StatUtils.max(values),
        Double.isNaN(correlation) ? null : correlation);
  }
}
