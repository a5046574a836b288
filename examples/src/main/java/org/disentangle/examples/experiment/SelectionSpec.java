// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.evaluation.Evaluator;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.option.GivenParam;
import org.disentangle.examples.command.option.SelectionMethod.Name;
import org.disentangle.examples.experiment.measure.MeasureSet;
import org.disentangle.stage.InputErrors;

/**
 * A way of finding the best model among those of all runs.
 *
 * @param table what errors call the experiment
 * @param method as {@code select --method} names it
 * @param params of the selection, by name, as {@code --param} takes them
 */
public record SelectionSpec(String table, String method, Map<String, String> params) {

  public SelectionSpec {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /**
   * The selection; a supervised one selects by the first metric of codes among the measures.
   *
   * @throws org.disentangle.error.InvalidInputException naming table, method and Param, if one is
   *     not known
   */
  public ModelSelection<?> selection(MeasureSet measures, long seed) {
    InputErrors errors =
        new InputErrors(String.format(Locale.ROOT, "%s, selection '%s'", table, method));
    ModelSelection<?> selection =
        Name.named(method)
            .orElseThrow(
                () -> errors.parameter("selections", method, "one of " + List.of(Name.values())))
            .selection(() -> evaluator(measures, seed, errors));
    OwnParams.OF_SELECTIONS.requireNone(params, errors);
    params.forEach((name, text) -> GivenParam.parse(selection, name, text, errors));
    return selection.setSeed(seed);
  }

  private static Evaluator evaluator(MeasureSet measures, long seed, InputErrors errors) {
    String metric =
        measures
            .firstMetric()
            .orElseThrow(() -> errors.parameter("measures", measures.names(), "a metric of codes"));
    return new DisentanglementEvaluator("experiment").setMetricName(metric).setSeed(seed);
  }
}
