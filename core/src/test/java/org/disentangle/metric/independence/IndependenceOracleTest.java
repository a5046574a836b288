// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.metric.CodeColumns;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Scores of independence agree with the reference values. */
class IndependenceOracleTest {

  @TestFactory
  Stream<DynamicTest> totalCorrelation() {
    return gaussian("gaussian_total_correlation", GaussianCorrelation.Result::totalCorrelation);
  }

  @TestFactory
  Stream<DynamicTest> wasserstein() {
    return gaussian("gaussian_wasserstein_correlation", GaussianCorrelation.Result::wasserstein);
  }

  @TestFactory
  Stream<DynamicTest> wassersteinNorm() {
    return gaussian(
        "gaussian_wasserstein_correlation_norm", GaussianCorrelation.Result::wassersteinNorm);
  }

  @TestFactory
  Stream<DynamicTest> mutualInformation() {
    return Oracle.tests(
        Oracle.cases("mutual_info_score"),
        one -> {
          CodeColumns codes = CodeColumns.of(Oracle.train(one));
          if (one.at("/params/constant").asText().equals("dropped")) {
            codes = new CodeColumns(codes.varying());
          }
          int bins = one.at("/params/bins").asInt();
          Oracle.check(one, MutualInformationScore.score(codes, bins).score());
        });
  }

  @TestFactory
  Stream<DynamicTest> dhsic() {
    return Oracle.tests(
        Oracle.cases("dhsic"),
        one -> {
          int rows = one.at("/params/n").asInt();
          CodeColumns codes = CodeColumns.of(Oracle.train(one).slice(0, rows));
          Dhsic.Result result = Dhsic.score(codes);
          Oracle.check(one, result.score());
          Oracle.checkDetail(one, "terms", result.terms());
          boolean dropped = one.at("/params/constant").asText().equals("dropped");
          Oracle.checkDetail(
              one,
              "h",
              dropped && one.at("/details/h").size() < codes.numCodes()
                  ? IntStream.range(0, codes.numCodes())
                      .filter(code -> !result.constantCodes().contains(code))
                      .mapToDouble(code -> result.bandwidths()[code])
                      .toArray()
                  : result.bandwidths());
        });
  }

  private static Stream<DynamicTest> gaussian(
      String metric, ToDoubleFunction<GaussianCorrelation.Result> value) {
    return Oracle.tests(
        Oracle.cases(metric),
        one -> {
          CodeColumns codes = CodeColumns.of(Oracle.train(one));
          Oracle.check(one, value.applyAsDouble(GaussianCorrelation.score(codes)));
        });
  }
}
