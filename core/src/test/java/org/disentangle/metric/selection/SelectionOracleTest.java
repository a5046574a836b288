// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.metric.CodeScale;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.VoteTable;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scores that choose among models agree with the reference values. */
class SelectionOracleTest {

  @TestFactory
  Stream<DynamicTest> udr() {
    return Oracle.tests(Oracle.allCases("udr"), SelectionOracleTest::checkUdr);
  }

  @TestFactory
  Stream<DynamicTest> centralityOfAMatrix() {
    return Oracle.tests(
        Oracle.cases("model_centrality_matrix"),
        one -> {
          CentralityScores.Result result =
              CentralityScores.of(Oracle.matrix(one.at("/params/cross_matrix")));
          boolean scores = one.at("/params/value").asText().equals("scores");
          Oracle.check(one, scores ? result.scores() : result.selected());
          JsonNode ranking = one.at("/details/ranking_descending");
          if (!ranking.isMissingNode()) {
            Oracle.check("ranking", ranking, result.ranking(), 0);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> centralityOfEncodersAndGenerators() {
    return Oracle.tests(
        Oracle.cases("model_centrality_full"),
        one -> {
          double[][] cross = cross(one);
          boolean scores = one.at("/params/value").asText().equals("scores");
          Oracle.check(one, scores ? CentralityScores.of(cross).scores() : cross);
        });
  }

  private static void checkUdr(JsonNode one) {
    JsonNode params = one.get("params");
    Oracle.Table table = Oracle.table(one.at("/files/codes").asText());
    double[][][] codes =
        IntStream.range(0, params.get("n_models").asInt())
            .mapToObj(model -> table.columns("m" + model + "_code_"))
            .toArray(double[][][]::new);
    assertEquals(UdrScores.MIN_KL, params.get("kl_threshold").asDouble());
    UdrScores.Result result =
        UdrScores.score(
            codes,
            Oracle.matrix(params.get("kl")),
            new UdrScores.Settings(
                Relation.valueOf(params.get("correlation").asText().toUpperCase(Locale.ROOT)),
                params.get("filter").asBoolean()));
    boolean pairwise = params.get("value").asText().equals("pairwise");
    Oracle.check(one, pairwise ? result.pairs() : result.scores());
  }

  private static double[][] cross(JsonNode one) {
    String full = one.at("/params/see").asText(one.get("id").asText());
    JsonNode params =
        Oracle.cases("model_centrality_full")
            .filter(other -> other.get("id").asText().equals(full))
            .findFirst()
            .orElseThrow()
            .get("params");
    Oracle.Table table = Oracle.table("data/" + one.get("sample").asText() + ".csv.gz");
    int models = params.get("n_models").asInt();
    double[][] cross = new double[models][models];
    for (int encoder = 0; encoder < models; encoder++) {
      double[][] weights = Oracle.matrix(params.get("encoders").get(encoder));
      boolean tanh = params.get("encoder_nonlinearity").get(encoder).asText().equals("tanh");
      for (int generator = 0; generator < models; generator++) {
        cross[encoder][generator] =
            votes(table.where("model", generator), weights, tanh).majorityScore();
      }
    }
    return cross;
  }

  private static VoteTable votes(Oracle.Table rows, double[][] weights, boolean tanh) {
    double[][] free = codes(rows.where("group", -1), weights, tanh);
    CodeScale scale = CodeScale.of(LabelledCodes.of(free, new int[free.length][1]), 0);
    double[] groups = rows.column("group");
    int[][] votes = new int[weights.length][weights.length];
    for (double group : Arrays.stream(groups).distinct().filter(id -> id >= 0).toArray()) {
      Oracle.Table members = rows.where("group", group);
      votes[scale.steadiest(codes(members, weights, tanh))][(int) members.column("label")[0]]++;
    }
    return new VoteTable(votes);
  }

  private static double[][] codes(Oracle.Table rows, double[][] weights, boolean tanh) {
    return Arrays.stream(rows.columns("x_"))
        .map(
            x ->
                Arrays.stream(weights)
                    .mapToDouble(
                        row -> IntStream.range(0, x.length).mapToDouble(i -> row[i] * x[i]).sum())
                    .map(code -> tanh ? Math.tanh(code) : code)
                    .toArray())
        .toArray(double[][]::new);
  }
}
