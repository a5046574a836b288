// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.FactorVaeScore;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.metric.suite.VoteMetrics;
import org.disentangle.stage.StageReader;

/**
 * Evaluates how well codes are disentangled, by the {@link FactorVaeScore} score of a column of
 * codes against columns of ground-truth factors; larger is better.
 *
 * <pre>
 * double score = new FactorVaeEvaluator().setSeed(7).evaluate(model.transform(images));
 * </pre>
 *
 * <p>Codes that ignore five factors score 0.25 to 0.4 rather than 0.2, the more the more codes
 * there are; only "factor_vae_sampled.eval_accuracy" is free of that ({@link FactorVaeScore}).
 *
 * <p>{@code metricName}: "factor_vae" (InfoGAN-CR's protocol, the figure that its tables report;
 * default), "factor_vae_revised", "factor_vae_sampled.train_accuracy" (Kim and Mnih) and
 * "factor_vae_sampled.eval_accuracy" (scored on fresh votes), in the order of {@link
 * FactorVaeScore.Variant}, which defines them. The report has the matrix "factor_vae_votes". It
 * encodes nothing: the codes column must exist.
 */
public final class FactorVaeEvaluator extends FactorsEvaluator<FactorVaeEvaluator>
    implements HasVotes<FactorVaeEvaluator> {

  public FactorVaeEvaluator() {
    this(Identifiable.randomUID("factorVaeEvaluator"));
  }

  public FactorVaeEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return VoteMetrics.groups(FactorVaeScore.Settings.DEFAULT);
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return VoteMetrics.groups(votes());
  }

  @Override
  public FactorVaeEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<FactorVaeEvaluator> read() {
    return StageReader.of(FactorVaeEvaluator.class, FactorVaeEvaluator::new);
  }

  public static FactorVaeEvaluator load(String path) {
    return read().load(path);
  }
}
