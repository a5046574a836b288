package org.disentangle.metric;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.disentangle.metric.learn.OneVsRestLogistic;
import org.disentangle.testing.BetaVaeCases;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** BetaVAE scores by the classifier of one factor against the others agree with the references. */
class BetaVaeOracleTest {

  @TestFactory
  Stream<DynamicTest> onGivenPairs() {
    return Oracle.tests(
        Oracle.cases("beta_vae_fixed"),
        one -> check(one, "/expected_ovr", BetaVaeCases.onPairs(one, OneVsRestLogistic::fit)));
  }

  @TestFactory
  Stream<DynamicTest> sampled() {
    return Oracle.tests(
        Oracle.cases("beta_vae_sampled"),
        one -> check(one, "/stats_ovr/mean", BetaVaeCases.sampled(one, OneVsRestLogistic::fit)));
  }

  private static void check(JsonNode one, String expected, double found) {
    Oracle.check(one.get("id").asText(), one.at(expected), found, one.get("abs_tol").asDouble());
  }
}
