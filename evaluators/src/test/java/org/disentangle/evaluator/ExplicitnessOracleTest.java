// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.disentangle.metric.learn.Learners;
import org.disentangle.metric.predictability.Explicitness;
import org.disentangle.testing.Oracle;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Explicitness by multinomial logistic regression agrees with the reference values. */
@Tag("train")
class ExplicitnessOracleTest {

  private final Learners learners = new MetricLearners();
  private final Map<String, Explicitness.Result> explicitness = new HashMap<>();

  /** Spark takes over a warning of the linear algebra library, which Java prints otherwise. */
  @BeforeAll
  static void warningsGoToTheLog() {
    SharedSpark.session();
  }

  @TestFactory
  Stream<DynamicTest> explicitness() {
    return Oracle.tests(
        Oracle.cases("explicitness"),
        one -> {
          Explicitness.Result result = explicitness(one);
          boolean train = one.at("/params/part").asText().equals("train");
          Oracle.check(one, train ? result.train() : result.test());
          Oracle.check(
              one.get("id").asText() + " per factor",
              one.at("/details/per_factor"),
              train ? result.trainPerFactor() : result.testPerFactor(),
              one.get("abs_tol").asDouble());
        });
  }

  private Explicitness.Result explicitness(JsonNode one) {
    return explicitness.computeIfAbsent(
        one.get("sample").asText(), sample -> Explicitness.score(Oracle.trainTest(one), learners));
  }
}
