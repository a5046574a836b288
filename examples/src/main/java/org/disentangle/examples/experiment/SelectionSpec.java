// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.estimator.ModelCentrality;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.estimator.Udr;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.option.GivenParam;
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

  private static final List<String> METHODS =
      List.of("model-centrality", "udr-lasso", "udr-spearman", "supervised");

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
        switch (method) {
          case "model-centrality" -> new ModelCentrality();
          case "udr-lasso" -> new Udr().setRelation("lasso");
          case "udr-spearman" -> new Udr().setRelation("spearman");
          case "supervised" -> supervised(measures, seed, errors);
          default -> throw errors.parameter("selections", method, "one of " + METHODS);
        };
    params.forEach((name, text) -> GivenParam.parse(selection, name, text, errors));
    return selection.setSeed(seed);
  }

  private static SupervisedSelection supervised(
      MeasureSet measures, long seed, InputErrors errors) {
    String metric =
        measures
            .firstMetric()
            .orElseThrow(() -> errors.parameter("measures", measures.names(), "a metric of codes"));
    return new SupervisedSelection()
        .setEvaluator(
            new DisentanglementEvaluator("experiment").setMetricName(metric).setSeed(seed));
  }
}
