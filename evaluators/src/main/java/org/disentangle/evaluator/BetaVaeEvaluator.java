// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.metric.suite.BetaVaeMetrics;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.stage.StageReader;

/**
 * Evaluates codes by the BetaVAE score: how well a linear classifier predicts from mean differences
 * of codes which factor pairs of rows share; larger is better.
 *
 * <p>{@code metricName}: "beta_vae" (default; Locatello et al., on fresh points), "beta_vae.train"
 * (on the points it was fitted to) or "beta_vae_infogancr" (protocol of InfoGAN-CR).
 */
public final class BetaVaeEvaluator extends FactorsEvaluator<BetaVaeEvaluator> {

  public BetaVaeEvaluator() {
    this(Identifiable.randomUID("betaVaeEvaluator"));
  }

  public BetaVaeEvaluator(String uid) {
    super(uid);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return BetaVaeMetrics.groups();
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return defaultGroups();
  }

  @Override
  public BetaVaeEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<BetaVaeEvaluator> read() {
    return StageReader.of(BetaVaeEvaluator.class, BetaVaeEvaluator::new);
  }

  public static BetaVaeEvaluator load(String path) {
    return read().load(path);
  }
}
