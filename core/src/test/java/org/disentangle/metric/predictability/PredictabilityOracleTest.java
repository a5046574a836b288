// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Scores by linear machines of one class against the others agree with the reference values. */
@Tag("train")
class PredictabilityOracleTest {

  @TestFactory
  Stream<DynamicTest> sapDiscrete() {
    return Oracle.tests(
        Oracle.cases("sap_discrete"),
        one -> {
          SapDiscrete.Result result = SapDiscrete.score(Oracle.trainTest(one));
          Oracle.check(one, result.score());
          Oracle.checkDetail(one, "accuracy_matrix", result.matrix());
        });
  }

  @TestFactory
  Stream<DynamicTest> sapMixed() {
    return Oracle.tests(
        Oracle.cases("sap_mixed_infogancr"),
        one -> {
          JsonNode continuous = one.at("/params/is_continuous");
          int[] discrete =
              IntStream.range(0, continuous.size())
                  .filter(factor -> !continuous.get(factor).asBoolean())
                  .toArray();
          Oracle.check(one, SapMixed.score(Oracle.train(one), discrete).score());
        });
  }

  @TestFactory
  Stream<DynamicTest> explicitnessOneVsRest() {
    Map<String, Explicitness.Result> fitted = new HashMap<>();
    return Oracle.tests(
        Oracle.cases("explicitness_ovr"),
        one -> {
          Explicitness.Result result =
              fitted.computeIfAbsent(
                  one.get("sample").asText(),
                  sample -> ExplicitnessOneVsRest.score(Oracle.trainTest(one)));
          boolean train = one.at("/params/part").asText().equals("train");
          Oracle.check(one, train ? result.train() : result.test());
        });
  }
}
