// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.intervention;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The interventional robustness score agrees with the reference values. */
class IrsOracleTest {

  @TestFactory
  Stream<DynamicTest> score() {
    return Oracle.tests(
        Oracle.cases("irs"),
        one -> {
          Irs.Result result = Irs.score(Oracle.train(one), one.at("/params/q").asDouble());
          Oracle.check(one, result.score());
          int[] kept =
              IntStream.range(0, result.irs().length)
                  .filter(code -> !result.constantCodes().contains(code))
                  .toArray();
          Oracle.checkDetail(
              one, "IRS_matrix", IntStream.of(kept).mapToObj(j -> result.irs()[j]).toArray());
          Oracle.checkDetail(
              one,
              "disentanglement_scores",
              IntStream.of(kept).mapToDouble(j -> result.perCode()[j]).toArray());
          Oracle.checkDetail(
              one,
              "max_deviations",
              IntStream.of(kept).mapToDouble(j -> result.maxDeviations()[j]).toArray());
        });
  }
}
