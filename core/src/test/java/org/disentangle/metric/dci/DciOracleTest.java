// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.information.MutualInformation;
import org.disentangle.metric.learn.boosting.GradientBoosting;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** DCI agrees with the reference values; the cases of one fit share it. */
@Tag("train")
class DciOracleTest {

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
    return Oracle.tests(
        Oracle.cases("dci_from_mi"),
        one -> {
          double[][] mi = MutualInformation.of(Oracle.train(one), 20).mi();
          check(one, new ImportanceMatrix(mi).scores(Aggregation.LIBRARY));
        });
  }

  @TestFactory
  Stream<DynamicTest> knownMatrices() {
    return Oracle.matrixTests(
        one -> {
          DciScores scores =
              new ImportanceMatrix(Oracle.matrix(one.get("matrix"))).scores(Aggregation.LIBRARY);
          double tolerance = one.get("abs_tol").asDouble();
          Oracle.check("D", one.get("D_L"), scores.disentanglement(), tolerance);
          Oracle.check("C", one.get("C_L"), scores.completeness(), tolerance);
        });
  }

  @TestFactory
  Stream<DynamicTest> lasso() {
    Map<String, DciScores> fitted = new HashMap<>();
    return Oracle.tests(
        Oracle.cases("dci_lasso"),
        one -> check(one, fitted.computeIfAbsent(fit(one, "alpha"), key -> lasso(one))));
  }

  @TestFactory
  Stream<DynamicTest> gradientBoosting() {
    Map<String, ClassifierDci> fitted = new HashMap<>();
    return Oracle.tests(
        Oracle.cases("dci_gbt"),
        one -> {
          ClassifierDci dci = fitted.computeIfAbsent(fit(one, "n_train"), key -> boosted(one));
          switch (one.at("/params/value").asText()) {
            case "informativeness_train" -> Oracle.check(one, dci.informativenessTrain());
            case "informativeness_test" -> Oracle.check(one, dci.informativenessTest());
            default -> check(one, dci.scores());
          }
        });
  }

  private static Stream<DynamicTest> aggregations(String metric, Aggregation aggregation) {
    return Oracle.tests(
        Oracle.cases(metric),
        one ->
            check(
                one,
                new ImportanceMatrix(Oracle.matrix(one.at("/params/importance")))
                    .scores(aggregation)));
  }

  private static DciScores lasso(JsonNode one) {
    TrainTest tables = Oracle.trainTest(one);
    return DciLasso.score(tables.train(), tables.test(), one.at("/params/alpha").asDouble())
        .scores();
  }

  private static ClassifierDci boosted(JsonNode one) {
    TrainTest tables = Oracle.trainTest(one);
    return DciGbt.score(
        tables.train().slice(0, one.at("/params/n_train").asInt()),
        tables.test().slice(0, one.at("/params/n_test").asInt()),
        GradientBoosting.Settings.DEFAULT);
  }

  private static String fit(JsonNode one, String param) {
    return one.get("sample").asText() + " " + one.at("/params/" + param);
  }

  private static void check(JsonNode one, DciScores scores) {
    boolean completeness = one.at("/params/value").asText().equals("completeness");
    Oracle.check(one, completeness ? scores.completeness() : scores.disentanglement());
  }
}
