// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.TopTwo;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mutual information and the scores made of it agree with the reference values. */
class InformationOracleTest {

  @TestFactory
  Stream<DynamicTest> informationMatrix() {
    return each("mi_matrix", MutualInformation::mi);
  }

  @TestFactory
  Stream<DynamicTest> factorEntropy() {
    return each("factor_entropy", MutualInformation::factorEntropy);
  }

  @TestFactory
  Stream<DynamicTest> mig() {
    return each("mig", mi -> Mig.score(mi).score(), "per_factor", mi -> Mig.score(mi).perFactor());
  }

  @TestFactory
  Stream<DynamicTest> migSup() {
    return each(
        "mig_sup", mi -> MigSup.score(mi).score(), "per_code", mi -> MigSup.score(mi).perCode());
  }

  @TestFactory
  Stream<DynamicTest> dciMig() {
    return each("dcimig", mi -> DciMig.score(mi).score(), "S", mi -> DciMig.score(mi).perFactor());
  }

  @TestFactory
  Stream<DynamicTest> jemmig() {
    return each(
        "jemmig_norm",
        mi -> Jemmig.score(mi).score(),
        "raw_per_factor",
        mi -> Jemmig.score(mi).raw());
  }

  @TestFactory
  Stream<DynamicTest> modularity() {
    return each(
        "modularity",
        mi -> Modularity.score(mi).score(),
        "per_code",
        mi -> Modularity.score(mi).perCode());
  }

  @TestFactory
  Stream<DynamicTest> matrices() {
    return Oracle.matrixTests(
        one -> {
          double[][] matrix = Oracle.matrix(one.get("matrix"));
          double tolerance = one.get("abs_tol").asDouble();
          Oracle.check(
              "modularity", one.get("modularity"), Modularity.score(matrix).score(), tolerance);
          Oracle.check(
              "gaps",
              one.get("top2gap_mean"),
              Arrays.stream(TopTwo.ofColumns(matrix))
                  .mapToDouble(TopTwo::gap)
                  .average()
                  .getAsDouble(),
              tolerance);
        });
  }

  private static Stream<DynamicTest> each(
      String metric, Function<MutualInformation, Object> result) {
    return Oracle.tests(Oracle.cases(metric), one -> Oracle.check(one, result.apply(of(one))));
  }

  private static Stream<DynamicTest> each(
      String metric,
      Function<MutualInformation, Object> result,
      String detail,
      Function<MutualInformation, Object> details) {
    return Oracle.tests(
        Oracle.cases(metric),
        one -> {
          MutualInformation information = of(one);
          Oracle.check(one, result.apply(information));
          Oracle.checkDetail(one, detail, details.apply(information));
        });
  }

  private static MutualInformation of(JsonNode one) {
    int bins = one.at("/params/bins").asInt(EqualWidthBins.DEFAULT);
    return MutualInformation.of(Oracle.train(one), bins);
  }
}
