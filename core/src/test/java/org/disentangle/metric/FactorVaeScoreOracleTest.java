// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.metric.FactorVaeScore.Settings;
import org.disentangle.metric.FactorVaeScore.Variant;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** FactorVAE votes and scores agree with the reference values. */
class FactorVaeScoreOracleTest {

  @TestFactory
  Stream<DynamicTest> votesOnGivenBatches() {
    return Oracle.tests(Oracle.cases("factor_vae_fixed"), FactorVaeScoreOracleTest::checkBatches);
  }

  @TestFactory
  Stream<DynamicTest> votesOnGivenGroups() {
    return Oracle.tests(
        Oracle.cases("factor_vae_infogancr"), FactorVaeScoreOracleTest::checkGroups);
  }

  @TestFactory
  Stream<DynamicTest> scoresOfSampledVotes() {
    return Oracle.tests(Oracle.cases("factor_vae_sampled"), FactorVaeScoreOracleTest::checkSampled);
  }

  private static void checkBatches(JsonNode one) {
    Oracle.Table batches = Oracle.table(one.at("/files/batches").asText());
    CodeScale scale = scale(batches.where("phase", 0), one.at("/params/threshold").asDouble());
    VoteTable training = votes(batches.where("phase", 1), "vote", "factor", scale);
    VoteTable evaluation = votes(batches.where("phase", 2), "vote", "factor", scale);
    int[] active = IntStream.range(0, scale.std().length).filter(scale::active).toArray();
    checkVotes(one.at("/details/train_votes"), byFactor(training, active));
    checkVotes(one.at("/details/eval_votes"), byFactor(evaluation, active));
    boolean train = one.at("/params/value").asText().equals("train_accuracy");
    double score = train ? training.majorityScore() : evaluation.agreementWith(training.majority());
    Oracle.check(one, score);
  }

  private static void checkGroups(JsonNode one) {
    CodeScale scale = scale(Oracle.table(one.at("/files/train").asText()), 0);
    VoteTable votes =
        votes(Oracle.table(one.at("/files/groups").asText()), "group", "label", scale);
    if (!one.at("/params/constant").asText().equals("dropped")) {
      checkVotes(one.at("/details/votes_code_by_label"), votes.votes());
    }
    boolean revised = one.at("/params/value").asText().equals("revised");
    Oracle.check(one, revised ? votes.revisedScore() : votes.majorityScore());
  }

  private static void checkSampled(JsonNode one) {
    boolean heldOut = one.at("/params/value").asText().equals("eval_accuracy");
    Settings settings =
        new Settings(
            one.at("/params/num_train").asInt(),
            one.at("/params/batch").asInt(),
            one.at("/params/threshold").asDouble(),
            7);
    FactorVaeScore.Result result =
        FactorVaeScore.score(
            Oracle.train(one), heldOut ? Variant.HELD_OUT : Variant.PAPER, settings);
    Oracle.check(one, result.score());
  }

  private static CodeScale scale(Oracle.Table table, double minStd) {
    double[][] codes = table.columns("code_");
    return CodeScale.of(LabelledCodes.of(codes, new int[codes.length][1]), minStd);
  }

  private static VoteTable votes(
      Oracle.Table table, String groupColumn, String factorColumn, CodeScale scale) {
    double[] groups = table.column(groupColumn);
    int numFactors = (int) Arrays.stream(table.column(factorColumn)).max().orElseThrow() + 1;
    VoteTable votes = VoteTable.empty(scale.std().length, numFactors);
    for (double group : Arrays.stream(groups).distinct().toArray()) {
      Oracle.Table rows = table.where(groupColumn, group);
      votes.add(scale.steadiest(rows.columns("code_")), (int) rows.column(factorColumn)[0]);
    }
    return votes;
  }

  /** Votes as the batch cases give them: [factor][place of the code among the active ones]. */
  private static int[][] byFactor(VoteTable votes, int[] active) {
    int[][] turned = new int[votes.votes()[0].length][votes.votes().length];
    for (int place = 0; place < active.length; place++) {
      for (int factor = 0; factor < turned.length; factor++) {
        turned[factor][place] = votes.votes()[active[place]][factor];
      }
    }
    return turned;
  }

  private static void checkVotes(JsonNode expected, int[][] found) {
    for (int line = 0; line < expected.size(); line++) {
      JsonNode wanted = expected.get(line);
      int[] row = IntStream.range(0, wanted.size()).map(i -> wanted.get(i).asInt()).toArray();
      assertArrayEquals(row, found[line], "votes, line " + line);
    }
  }
}
