// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import java.util.stream.Stream;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The SAP score of factors taken as numbers agrees with the reference values. */
class SapContinuousOracleTest {

  @TestFactory
  Stream<DynamicTest> score() {
    return Oracle.tests(
        Oracle.cases("sap_continuous"),
        one -> {
          SapContinuous.Result result = SapContinuous.score(Oracle.train(one));
          Oracle.check(one, result.score());
          Oracle.checkDetail(one, "matrix", result.matrix());
        });
  }
}
