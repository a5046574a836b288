// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.suite.IndependenceMetrics;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.stage.StageReader;

/**
 * Evaluates how independent codes are of each other, without factors; smaller is better.
 *
 * <p>{@code metricName}: "gaussian_total_correlation" (default),
 * "gaussian_wasserstein_correlation", "gaussian_wasserstein_correlation_norm", "mutual_info_score",
 * "dhsic" (the first {@code dhsicRows} rows of a random order) or "total_correlation" (minibatch
 * stratified sampling).
 */
public final class CodeIndependenceEvaluator extends CodesEvaluator<CodeIndependenceEvaluator>
    implements HasBins<CodeIndependenceEvaluator>,
        HasDhsicRows<CodeIndependenceEvaluator>,
        HasPosteriorStd<CodeIndependenceEvaluator> {

  public CodeIndependenceEvaluator() {
    this(Identifiable.randomUID("codeIndependenceEvaluator"));
  }

  public CodeIndependenceEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return IndependenceMetrics.groups(
        EqualWidthBins.DEFAULT,
        IndependenceMetrics.DEFAULT_DHSIC_ROWS,
        IndependenceMetrics.DEFAULT_POSTERIOR_STD);
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return IndependenceMetrics.groups(getBins(), getDhsicRows(), getPosteriorStd());
  }

  @Override
  CollectedCodes collect(Dataset<?> data, List<String> names) {
    return CollectedCodes.withoutFactors(this, data);
  }

  @Override
  public CodeIndependenceEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<CodeIndependenceEvaluator> read() {
    return StageReader.of(CodeIndependenceEvaluator.class, CodeIndependenceEvaluator::new);
  }

  public static CodeIndependenceEvaluator load(String path) {
    return read().load(path);
  }
}
