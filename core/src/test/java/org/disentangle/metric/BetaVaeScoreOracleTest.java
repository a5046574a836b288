// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.disentangle.metric.learn.OneVsRestLogistic;
import org.disentangle.testing.BetaVaeCases;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** BetaVAE scores by the classifier of one factor against the others agree with the references. */
class BetaVaeScoreOracleTest {

  private final BetaVaeCases cases = new BetaVaeCases(OneVsRestLogistic::fit);

  @TestFactory
  Stream<DynamicTest> onGivenPairs() {
    return each("beta_vae_fixed", "/expected_ovr", cases::onPairs);
  }

  @TestFactory
  Stream<DynamicTest> sampled() {
    return each("beta_vae_sampled", "/stats_ovr/mean", cases::sampled);
  }

  private static Stream<DynamicTest> each(
      String metric, String expected, ToDoubleFunction<JsonNode> score) {
    return Oracle.tests(
        Oracle.cases(metric).filter(one -> one.at(expected).isNumber()),
        one ->
            Oracle.check(
                one.get("id").asText(),
                one.at(expected),
                score.applyAsDouble(one),
                one.get("abs_tol").asDouble()));
  }
}
