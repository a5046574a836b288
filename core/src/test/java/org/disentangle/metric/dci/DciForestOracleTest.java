// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.testing.Oracle;
import org.disentangle.testing.PlainLearners;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** DCI by forests agrees with the reference values; the cases of one fit share it. */
@Tag("train")
class DciForestOracleTest {

  private final PlainLearners learners = new PlainLearners();

  @TestFactory
  Stream<DynamicTest> regressors() {
    Map<String, RegressorDci> fitted = new HashMap<>();
    return Oracle.tests(
        Oracle.cases("dci_rf_regressor"),
        one -> {
          RegressorDci dci = fitted.computeIfAbsent(fit(one), key -> regressor(one));
          Oracle.check(
              one,
              switch (value(one)) {
                case "nrmse_test" -> dci.nrmseTest();
                default -> value(one, dci.scores());
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> classifiers() {
    Map<String, ClassifierDci> fitted = new HashMap<>();
    return Oracle.tests(
        Oracle.cases("dci_rf_classifier"),
        one -> {
          ClassifierDci dci = fitted.computeIfAbsent(fit(one), key -> classifier(one));
          Oracle.check(
              one,
              switch (value(one)) {
                case "informativeness_train" -> dci.informativenessTrain();
                case "informativeness_test" -> dci.informativenessTest();
                default -> value(one, dci.scores());
              });
        });
  }

  private RegressorDci regressor(JsonNode one) {
    TrainTest tables = Oracle.trainTest(one);
    JsonNode depths = one.at("/params/depths");
    List<Integer> maxDepths =
        depths.isArray()
            ? StreamSupport.stream(depths.spliterator(), false).map(JsonNode::asInt).toList()
            : List.of(depths.asInt());
    return DciForestRegressor.score(
        tables.train(),
        tables.test(),
        learners,
        new DciForestRegressor.Settings(100, maxDepths, 42));
  }

  private ClassifierDci classifier(JsonNode one) {
    TrainTest tables = Oracle.trainTest(one);
    ForestSettings settings =
        new ForestSettings(one.at("/params/trees").asInt(), one.at("/params/depth").asInt(), 42);
    return DciForestClassifier.score(tables.train(), tables.test(), learners, settings);
  }

  private static String fit(JsonNode one) {
    return one.get("sample").asText() + one.at("/params/depths");
  }

  private static String value(JsonNode one) {
    return one.at("/params/value").asText();
  }

  private static double value(JsonNode one, DciScores scores) {
    return value(one).equals("completeness") ? scores.completeness() : scores.disentanglement();
  }
}
