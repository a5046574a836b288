// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.Map;
import org.disentangle.metric.BetaVaeScore;
import org.disentangle.metric.BetaVaeScore.Settings;
import org.disentangle.metric.BetaVaeScore.Variant;

/** The BetaVAE scores. */
public final class BetaVaeMetrics {

  private BetaVaeMetrics() {}

  public static List<MetricGroup> groups() {
    return List.of(
        MetricGroup.ofClasses(
            input -> {
              BetaVaeScore.Result result = score(input, Variant.LIBRARY, Settings.LIBRARY);
              return Scores.of(
                  Map.of("beta_vae", result.score(), "beta_vae.train", result.trainScore()));
            },
            Metric.larger("beta_vae", "BetaVAE score on fresh points"),
            Metric.larger("beta_vae.train", "the same on the points it was fitted to")),
        MetricGroup.ofClasses(
            input ->
                Scores.of(
                    "beta_vae_infogancr",
                    score(input, Variant.INFOGAN_CR, Settings.INFOGAN_CR).score()),
            Metric.larger("beta_vae_infogancr", "BetaVAE score, protocol of InfoGAN-CR")));
  }

  private static BetaVaeScore.Result score(MetricInput input, Variant variant, Settings settings) {
    return BetaVaeScore.score(
        input.table(), variant, settings.withSeed(input.seed()), input.learners()::logistic);
  }
}
