// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.pretrained;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.experiment.measure.CategoryAccuracy;
import org.disentangle.examples.experiment.measure.MeasuredModel;
import org.disentangle.examples.experiment.measure.ScoredImages;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.model.DisentangledModel;

/**
 * Scores of a model for its card. The same images, metrics and seed give the same scores.
 *
 * @param images with factor columns or a column of classes
 * @param metrics names of metrics of codes and factors, or {@value #CATEGORY_ACCURACY}
 * @param seed of all random draws
 */
public record CardScores(Dataset<Row> images, List<String> metrics, long seed) {

  /** The share of images whose category stands for their class, by the best matching. */
  public static final String CATEGORY_ACCURACY = "category_accuracy";

  private static final String LABEL = "label";

  /**
   * Of this model, by the metrics' names and in their order.
   *
   * @throws org.disentangle.error.InvalidInputException if a metric is not known or not defined
   */
  public Map<String, Double> of(DisentangledModel<?> model) {
    List<String> ofFactors =
        metrics.stream().filter(name -> !name.equals(CATEGORY_ACCURACY)).toList();
    Map<String, Double> scores = new LinkedHashMap<>();
    if (!ofFactors.isEmpty()) {
      DisentanglementEvaluator evaluator =
          new DisentanglementEvaluator("disentangle pack")
              .setSeed(seed)
              .setMetrics(ofFactors.toArray(String[]::new))
              .setCodesCol(model.getCodesCol());
      for (Score score : evaluator.report(encoded(model)).scores().scores()) {
        if (!score.isDefined()) {
          throw score.refusal().orElseThrow().in(score.metric().name());
        }
        scores.put(score.metric().name(), score.value());
      }
    }
    if (metrics.contains(CATEGORY_ACCURACY)) {
      ScoredImages scored = ScoredImages.unjudged(images, LABEL);
      try (MeasuredModel measured = new MeasuredModel(model, scored, seed, null)) {
        scores.put(CATEGORY_ACCURACY, new CategoryAccuracy().of(measured));
      }
    }
    return scores;
  }

  /** By a copy, whose Params are changed. */
  private Dataset<Row> encoded(DisentangledModel<?> model) {
    return ModelOptions.encode((DisentangledModel<?>) model.copy(ParamMap.empty()), images);
  }
}
