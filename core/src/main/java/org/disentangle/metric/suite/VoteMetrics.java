// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disentangle.metric.FactorVaeScore;
import org.disentangle.metric.FactorVaeScore.Variant;
import org.disentangle.metric.VoteTable;

/** The FactorVAE scores. */
public final class VoteMetrics {

  private VoteMetrics() {}

  /**
   * @param settings of all of them; the seed is the input's
   */
  public static List<MetricGroup> groups(FactorVaeScore.Settings settings) {
    return List.of(
        MetricGroup.ofClasses(
            input -> takingTurns(input, settings),
            Metric.larger("factor_vae", "FactorVAE score, protocol of InfoGAN-CR"),
            Metric.larger("factor_vae_revised", "the same, no more codes than factors count")),
        MetricGroup.ofClasses(
            input -> sampled(input, settings),
            Metric.larger(
                "factor_vae_sampled.train_accuracy", "FactorVAE score of Kim and Mnih, same votes"),
            Metric.larger("factor_vae_sampled.eval_accuracy", "the same, scored on fresh votes")));
  }

  private static Scores takingTurns(MetricInput input, FactorVaeScore.Settings settings) {
    VoteTable votes =
        FactorVaeScore.score(input.table(), Variant.INFOGAN_CR, settings.withSeed(input.seed()))
            .votes();
    return new Scores(
        Map.of("factor_vae", votes.majorityScore(), "factor_vae_revised", votes.revisedScore()),
        Map.of("factor_vae_votes", matrix(votes)));
  }

  private static Scores sampled(MetricInput input, FactorVaeScore.Settings settings) {
    FactorVaeScore.Result result =
        FactorVaeScore.score(input.table(), Variant.HELD_OUT, settings.withSeed(input.seed()));
    return Scores.of(
        Map.of(
            "factor_vae_sampled.train_accuracy",
            result.votes().majorityScore(),
            "factor_vae_sampled.eval_accuracy",
            result.score()));
  }

  private static double[][] matrix(VoteTable votes) {
    return Arrays.stream(votes.votes())
        .map(row -> Arrays.stream(row).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }
}
