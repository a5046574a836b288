package org.disentangle.metric.dci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.learn.boosting.GradientBoosting;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** DCI agrees with the reference values. */
class DciOracleTest {

  /** Computes the scores that the cases of one sample and setting share. */
  @FunctionalInterface
  private interface Score<R> {
    R of(LabelledCodes train, LabelledCodes test, JsonNode one);
  }

  private record Setting(String sample, String rows, String constant) {

    static Setting of(JsonNode one) {
      return new Setting(
          one.get("sample").asText(),
          one.at("/params/rows").asText(),
          one.at("/params/constant").asText());
    }
  }

  @TestFactory
  Stream<DynamicTest> libraryAggregation() {
    return aggregations("dci_aggregate_L", Aggregation.LIBRARY);
  }

  @TestFactory
  Stream<DynamicTest> eastwoodWilliamsAggregation() {
    return aggregations("dci_aggregate_EW", Aggregation.EASTWOOD_WILLIAMS);
  }

  @TestFactory
  Stream<DynamicTest> mutualInformationMatrices() {
    Map<String, JsonNode> matrices = new HashMap<>();
    Oracle.cases("mi_matrix")
        .forEach(one -> matrices.put(one.get("sample").asText(), one.get("expected")));
    return tests(
        "dci_from_mi",
        one -> {
          ImportanceMatrix matrix =
              new ImportanceMatrix(matrix(matrices.get(one.get("sample").asText())));
          check(one, matrix.scores(Aggregation.LIBRARY));
        });
  }

  @TestFactory
  Stream<DynamicTest> knownMatrices() {
    List<JsonNode> all =
        StreamSupport.stream(Oracle.json("matrices.json").spliterator(), false).toList();
    assertTrue(all.size() >= 4);
    return all.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.get("name").asText(),
                    () -> {
                      DciScores scores =
                          new ImportanceMatrix(matrix(one.get("matrix")))
                              .scores(Aggregation.LIBRARY);
                      double tolerance = one.get("abs_tol").asDouble();
                      assertEquals(one.get("D_L").asDouble(), scores.disentanglement(), tolerance);
                      assertEquals(one.get("C_L").asDouble(), scores.completeness(), tolerance);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> lasso() {
    return scored(
        "dci_lasso",
        (train, test, one) ->
            DciLasso.score(train, test, one.at("/params/alpha").asDouble()).scores(),
        DciOracleTest::value);
  }

  @TestFactory
  Stream<DynamicTest> gradientBoosting() {
    return scored(
        "dci_gbt",
        (train, test, one) ->
            DciGbt.score(
                train.slice(0, one.at("/params/n_train").asInt()),
                test.slice(0, one.at("/params/n_test").asInt()),
                GradientBoosting.Settings.DEFAULT),
        (dci, name) ->
            switch (name) {
              case "informativeness_train" -> dci.informativenessTrain();
              case "informativeness_test" -> dci.informativenessTest();
              default -> value(dci.scores(), name);
            });
  }

  private static Stream<DynamicTest> aggregations(String metric, Aggregation aggregation) {
    return tests(
        metric,
        one ->
            check(
                one,
                new ImportanceMatrix(matrix(one.at("/params/importance"))).scores(aggregation)));
  }

  /** Tests that share one result for all values of a sample and setting. */
  private static <R> Stream<DynamicTest> scored(
      String metric, Score<R> score, ToDoubleBiFunction<R, String> value) {
    Map<Setting, R> results = new HashMap<>();
    return tests(
        metric,
        one -> {
          R result =
              results.computeIfAbsent(
                  Setting.of(one),
                  setting -> score.of(table(one, "train"), table(one, "test"), one));
          assertExpected(one, value.applyAsDouble(result, one.at("/params/value").asText()));
        });
  }

  private static Stream<DynamicTest> tests(String metric, Consumer<JsonNode> check) {
    List<JsonNode> cases = Oracle.cases(metric).toList();
    assertTrue(cases.size() >= 4, metric);
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check.accept(one)));
  }

  private static LabelledCodes table(JsonNode one, String part) {
    Oracle.Table table = Oracle.table(one.at("/files/" + part).asText());
    double[][] factors = table.columns("factor_");
    int[][] values =
        Arrays.stream(factors)
            .map(row -> Arrays.stream(row).mapToInt(value -> (int) value).toArray())
            .toArray(int[][]::new);
    return LabelledCodes.of(table.columns("code_"), values);
  }

  private static double[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> IntStream.range(0, row.size()).mapToDouble(i -> row.get(i).asDouble()))
        .map(DoubleStream::toArray)
        .toArray(double[][]::new);
  }

  private static void check(JsonNode one, DciScores scores) {
    assertExpected(one, value(scores, one.at("/params/value").asText()));
  }

  private static double value(DciScores scores, String name) {
    return name.equals("completeness") ? scores.completeness() : scores.disentanglement();
  }

  private static void assertExpected(JsonNode one, double found) {
    assertEquals(one.get("expected").asDouble(), found, one.get("abs_tol").asDouble());
  }
}
