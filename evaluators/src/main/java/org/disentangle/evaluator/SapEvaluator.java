// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.metric.suite.SapMetrics;
import org.disentangle.stage.StageReader;

/**
 * Evaluates codes by how much better the best single code predicts a factor than the second best
 * (separated attribute predictability); larger is better.
 *
 * <p>Perfect codes of dSprites' factors have a "sap_discrete" of about 0.23, which also depends on
 * the units of the codes.
 *
 * <p>{@code metricName}: "sap_continuous" (default; squared correlation, every row), "sap_discrete"
 * (accuracy of support vector machines on rows held out) or "sap_mixed_infogancr" (accuracy in
 * sample for the factors in {@code discreteFactorCols}, squared correlation for the others).
 */
public final class SapEvaluator extends HeldOutEvaluator<SapEvaluator>
    implements HasDiscreteFactorCols<SapEvaluator> {

  public SapEvaluator() {
    this(Identifiable.randomUID("sapEvaluator"));
  }

  public SapEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return SapMetrics.groups(List.of(0));
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return SapMetrics.groups(discreteFactors(factorCols));
  }

  @Override
  public SapEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<SapEvaluator> read() {
    return StageReader.of(SapEvaluator.class, SapEvaluator::new);
  }

  public static SapEvaluator load(String path) {
    return read().load(path);
  }
}
