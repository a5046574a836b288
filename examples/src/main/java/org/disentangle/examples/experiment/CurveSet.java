// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.evaluation.Evaluator;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.option.GivenParam;
import org.disentangle.examples.experiment.measure.LossName;
import org.disentangle.examples.experiment.measure.MeasureSet;
import org.disentangle.stage.InputErrors;

/**
 * What an experiment draws by iteration: metrics of codes, for which models are scored while they
 * are trained, and losses.
 *
 * @param names in the order of the table
 * @param metrics those that are metrics of codes, in full
 * @param every iterations between two scores
 * @param evaluator Params of the evaluator of metrics
 * @param errors of the table
 */
public record CurveSet(
    List<String> names,
    List<String> metrics,
    long every,
    Map<String, String> evaluator,
    InputErrors errors) {

  /**
   * @throws org.disentangle.error.InvalidInputException if a name is neither a metric nor a loss,
   *     or it is not said how often metrics are scored
   */
  static CurveSet of(ExperimentTable table, long every) {
    List<String> names = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    for (String name : table.curves()) {
      MeasureSet known = MeasureSet.of(List.of(name), table.errors());
      if (known.firstMetric().isPresent()) {
        metrics.addAll(known.names());
      } else if (!LossName.is(name)) {
        throw table.errors().parameter("curves", name, "a metric of codes or loss.NAME");
      }
      names.addAll(known.names());
    }
    if (!metrics.isEmpty() && every == 0) {
      throw table.errors().unset("every", "iterations between two scores, for " + metrics);
    }
    return new CurveSet(names, metrics, every, table.evaluator(), table.errors());
  }

  /** Gives the estimator what scores its model on the way; it trains the same model. */
  public TrainsInRounds<?> watch(TrainsInRounds<?> estimator, long seed) {
    if (!metrics.isEmpty()) {
      estimator.setEvaluators(
          metrics.stream().map(metric -> evaluator(metric, seed)).toArray(Evaluator[]::new));
      GivenParam.parse(estimator, "evaluationInterval", Long.toString(every), errors);
    }
    return estimator;
  }

  private Evaluator evaluator(String metric, long seed) {
    DisentanglementEvaluator made =
        new DisentanglementEvaluator("experiment").setMetricName(metric).setSeed(seed);
    evaluator.forEach((name, text) -> GivenParam.parse(made, name, text, errors));
    return made;
  }
}
