// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.suite.ExplicitnessMetrics;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.stage.StageReader;

/**
 * Evaluates codes by how well a logistic regression on all of them predicts the values of each
 * factor apart (mean area under the ROC curve); larger is better.
 *
 * <p>{@code metricName}: "explicitness" (default; multinomial, on rows held out),
 * "explicitness.train" (on the rows it was fitted to), "explicitness_ovr" and
 * "explicitness_ovr.train" (one regression a value).
 */
public final class ExplicitnessEvaluator extends HeldOutEvaluator<ExplicitnessEvaluator> {

  public ExplicitnessEvaluator() {
    this(Identifiable.randomUID("explicitnessEvaluator"));
  }

  public ExplicitnessEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return ExplicitnessMetrics.groups();
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return defaultGroups();
  }

  @Override
  public ExplicitnessEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<ExplicitnessEvaluator> read() {
    return StageReader.of(ExplicitnessEvaluator.class, ExplicitnessEvaluator::new);
  }

  public static ExplicitnessEvaluator load(String path) {
    return read().load(path);
  }
}
