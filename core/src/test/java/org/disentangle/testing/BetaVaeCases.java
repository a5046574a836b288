package org.disentangle.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.disentangle.metric.BetaVae;
import org.disentangle.metric.BetaVae.Points;
import org.disentangle.metric.BetaVae.Result;
import org.disentangle.metric.BetaVae.Variant;
import org.disentangle.metric.learn.ClassifierFit;

/** What {@link BetaVae} gives for its reference cases, by any classifier. */
public final class BetaVaeCases {

  private BetaVaeCases() {}

  /** The score a case asks for, on pairs that are given. */
  public static double onPairs(JsonNode one, ClassifierFit fit) {
    Oracle.Table pairs = Oracle.table(one.at("/files/pairs").asText());
    Points training = points(pairs.where("phase", 1));
    Points evaluation = points(pairs.where("phase", 2));
    Oracle.checkDetail(one, "first_feature", training.features()[0]);
    return asked(one, BetaVae.score(training, evaluation, numFactors(training), fit));
  }

  /** The score a case asks for, on pairs drawn from the training rows of its sample. */
  public static double sampled(JsonNode one, ClassifierFit fit) {
    BetaVae.Settings settings =
        new BetaVae.Settings(
            one.at("/params/num_train").asInt(), one.at("/params/batch").asInt(), 7);
    String file = "data/" + one.get("sample").asText() + "_train.csv.gz";
    return asked(one, BetaVae.score(Oracle.labelled(file), Variant.LIBRARY, settings, fit));
  }

  /** The score on groups that are given. */
  public static double onGroups(JsonNode one, ClassifierFit fit) {
    Oracle.Table groups = Oracle.table(one.at("/files/groups").asText());
    double[] ids = Arrays.stream(groups.column("group")).distinct().toArray();
    double[][] features = new double[ids.length][];
    int[] factors = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Oracle.Table group = groups.where("group", ids[i]);
      features[i] = BetaVae.consecutivePairs(group.columns("code_"));
      factors[i] = (int) group.column("label")[0];
    }
    Points points = new Points(features, factors);
    return BetaVae.score(points, points, numFactors(points), fit).score();
  }

  private static double asked(JsonNode one, Result result) {
    boolean train = one.at("/params/value").asText().equals("train_accuracy");
    return train ? result.trainScore() : result.score();
  }

  private static Points points(Oracle.Table pairs) {
    double[] samples = Arrays.stream(pairs.column("sample")).distinct().toArray();
    double[][] features = new double[samples.length][];
    int[] factors = new int[samples.length];
    for (int i = 0; i < samples.length; i++) {
      Oracle.Table rows = pairs.where("sample", samples[i]);
      features[i] = BetaVae.point(rows.columns("a_"), rows.columns("b_"));
      factors[i] = (int) rows.column("label")[0];
    }
    return new Points(features, factors);
  }

  private static int numFactors(Points points) {
    return IntStream.of(points.factors()).max().getAsInt() + 1;
  }
}
