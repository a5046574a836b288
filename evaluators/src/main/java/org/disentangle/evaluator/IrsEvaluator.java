// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.intervention.Irs;
import org.disentangle.metric.suite.InterventionMetrics;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.stage.StageReader;

/**
 * Evaluates how little codes move when other factors are intervened on (interventional robustness
 * score, "irs"); larger is better. It sees every row.
 */
public final class IrsEvaluator extends FactorsEvaluator<IrsEvaluator>
    implements HasIrsQuantile<IrsEvaluator> {

  public IrsEvaluator() {
    this(Identifiable.randomUID("irsEvaluator"));
  }

  public IrsEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return InterventionMetrics.groups(Irs.DEFAULT_QUANTILE);
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return InterventionMetrics.groups(getIrsQuantile());
  }

  @Override
  public IrsEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<IrsEvaluator> read() {
    return StageReader.of(IrsEvaluator.class, IrsEvaluator::new);
  }

  public static IrsEvaluator load(String path) {
    return read().load(path);
  }
}
