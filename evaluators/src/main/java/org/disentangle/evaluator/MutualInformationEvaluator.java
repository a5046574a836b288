// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.suite.InformationMetrics;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.stage.StageReader;

/**
 * Evaluates codes by their mutual information with ground-truth factors; larger is better.
 *
 * <p>Perfect codes of factors with many values stay below 1 (on dSprites' factors "mig" 0.896 and
 * "dci_from_mi" 0.93); two copies of every code make "mig" 0.
 *
 * <p>{@code metricName}: "mig" (default), "mig_sup", "dcimig", "jemmig_norm", "modularity",
 * "dci_from_mi.disentanglement" or "dci_from_mi.completeness". The report has the matrix
 * "mutual_information". They see every row.
 */
public final class MutualInformationEvaluator extends FactorsEvaluator<MutualInformationEvaluator>
    implements HasBins<MutualInformationEvaluator> {

  public MutualInformationEvaluator() {
    this(Identifiable.randomUID("mutualInformationEvaluator"));
  }

  public MutualInformationEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return InformationMetrics.groups(EqualWidthBins.DEFAULT);
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return InformationMetrics.groups(getBins());
  }

  @Override
  public MutualInformationEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<MutualInformationEvaluator> read() {
    return StageReader.of(MutualInformationEvaluator.class, MutualInformationEvaluator::new);
  }

  public static MutualInformationEvaluator load(String path) {
    return read().load(path);
  }
}
