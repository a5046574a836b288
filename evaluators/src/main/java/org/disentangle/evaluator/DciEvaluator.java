// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.suite.DciMetrics;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.stage.StageReader;

/**
 * Evaluates codes by which of them a model needs to predict each factor: disentanglement,
 * completeness and informativeness (DCI).
 *
 * <p>{@code metricName}: a model ("dci_gbt", "dci_rf_regressor", "dci_rf_classifier" or
 * "dci_lasso"), a dot, and "disentanglement" or "completeness"; for the first and third also
 * "informativeness_train" and "informativeness_test" (accuracy), for the second "nrmse_test"
 * (error; smaller is better). Default "dci_gbt.disentanglement". The report has the importance
 * matrices.
 */
public final class DciEvaluator extends HeldOutEvaluator<DciEvaluator> {

  public DciEvaluator() {
    this(Identifiable.randomUID("dciEvaluator"));
  }

  public DciEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return DciMetrics.groups();
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return defaultGroups();
  }

  @Override
  public DciEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<DciEvaluator> read() {
    return StageReader.of(DciEvaluator.class, DciEvaluator::new);
  }

  public static DciEvaluator load(String path) {
    return read().load(path);
  }
}
