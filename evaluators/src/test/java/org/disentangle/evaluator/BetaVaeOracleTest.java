// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.stream.Stream;
import org.disentangle.testing.BetaVaeCases;
import org.disentangle.testing.Oracle;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** BetaVAE scores by multinomial logistic regression agree with the reference values. */
@Tag("train")
class BetaVaeOracleTest {

  private final BetaVaeCases betaVae = new BetaVaeCases(new MetricLearners()::logistic);

  /** Spark takes over a warning of the linear algebra library, which Java prints otherwise. */
  @BeforeAll
  static void warningsGoToTheLog() {
    SharedSpark.session();
  }

  @TestFactory
  Stream<DynamicTest> betaVaeOnGivenPairs() {
    return Oracle.tests(
        Oracle.cases("beta_vae_fixed"), one -> Oracle.check(one, betaVae.onPairs(one)));
  }

  @TestFactory
  Stream<DynamicTest> betaVaeSampled() {
    return Oracle.tests(
        Oracle.cases("beta_vae_sampled"), one -> Oracle.check(one, betaVae.sampled(one)));
  }

  @TestFactory
  Stream<DynamicTest> betaVaeOnGivenGroups() {
    return Oracle.tests(
        Oracle.cases("beta_vae_infogancr"), one -> Oracle.check(one, betaVae.onGroups(one)));
  }
}
