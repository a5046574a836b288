// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.disentangle.metric.BetaVaeScore;
import org.disentangle.metric.BetaVaeScore.Points;
import org.disentangle.metric.BetaVaeScore.Result;
import org.disentangle.metric.BetaVaeScore.Variant;
import org.disentangle.metric.learn.ClassifierFit;

/** What {@link BetaVaeScore} gives for its reference cases by a classifier; each is fitted once. */
public final class BetaVaeCases {

  private final ClassifierFit fit;
  private final Map<String, Result> fitted = new HashMap<>();

  public BetaVaeCases(ClassifierFit fit) {
    this.fit = fit;
  }

  /** The score a case asks for, on pairs that are given. */
  public double onPairs(JsonNode one) {
    Oracle.Table pairs = Oracle.table(one.at("/files/pairs").asText());
    Points training = points(pairs.where("phase", 1));
    Points evaluation = points(pairs.where("phase", 2));
    Oracle.checkDetail(one, "first_feature", training.features()[0]);
    return asked(one, () -> BetaVaeScore.score(training, evaluation, numFactors(training), fit));
  }

  /** The score a case asks for, on pairs drawn from the training rows of its sample. */
  public double sampled(JsonNode one) {
    BetaVaeScore.Settings settings =
        new BetaVaeScore.Settings(
            one.at("/params/num_train").asInt(), one.at("/params/batch").asInt(), 7);
    return asked(one, () -> BetaVaeScore.score(Oracle.train(one), Variant.LIBRARY, settings, fit));
  }

  /** The score on groups that are given. */
  public double onGroups(JsonNode one) {
    Oracle.Table groups = Oracle.table(one.at("/files/groups").asText());
    double[] ids = Arrays.stream(groups.column("group")).distinct().toArray();
    double[][] features = new double[ids.length][];
    int[] factors = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Oracle.Table group = groups.where("group", ids[i]);
      features[i] = BetaVaeScore.consecutivePairs(group.columns("code_"));
      factors[i] = (int) group.column("label")[0];
    }
    Points points = new Points(features, factors);
    return BetaVaeScore.score(points, points, numFactors(points), fit).score();
  }

  private double asked(JsonNode one, Supplier<Result> score) {
    Result result =
        fitted.computeIfAbsent(
            one.get("metric").asText() + " " + one.get("sample").asText(), key -> score.get());
    boolean train = one.at("/params/value").asText().equals("train_accuracy");
    return train ? result.trainScore() : result.score();
  }

  private static Points points(Oracle.Table pairs) {
    double[] samples = Arrays.stream(pairs.column("sample")).distinct().toArray();
    double[][] features = new double[samples.length][];
    int[] factors = new int[samples.length];
    for (int i = 0; i < samples.length; i++) {
      Oracle.Table rows = pairs.where("sample", samples[i]);
      features[i] = BetaVaeScore.point(rows.columns("a_"), rows.columns("b_"));
      factors[i] = (int) rows.column("label")[0];
    }
    return new Points(features, factors);
  }

  private static int numFactors(Points points) {
    return IntStream.of(points.factors()).max().getAsInt() + 1;
  }
}
