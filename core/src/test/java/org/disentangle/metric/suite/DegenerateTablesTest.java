// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.metric.FactorVaeScore;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.suite.MetricInput.Limits;
import org.disentangle.testing.PlainLearners;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every metric of a table that is odd in one way has its documented value, or says why it has none.
 */
class DegenerateTablesTest {

  private static final List<MetricGroup> GROUPS =
      Stream.of(
              VoteMetrics.groups(FactorVaeScore.Settings.DEFAULT),
              BetaVaeMetrics.groups(),
              InformationMetrics.groups(20),
              InterventionMetrics.groups(0.99),
              IndependenceMetrics.groups(20, 2_000, 1),
              SapMetrics.groups(List.of(0)),
              ExplicitnessMetrics.groups(),
              DciMetrics.groups())
          .flatMap(List::stream)
          .toList();

  /** Tables by their codes and factors, both from the number of the row and noise. */
  private enum Odd {
    CONSTANT_CODE(60, row -> codes(row, a(row), 0.1, b(row)), row -> factors(a(row), b(row))),
    ALL_CODES_CONSTANT(60, row -> new double[] {0.1, 7}, row -> factors(a(row), b(row))),
    SINGLE_CODE(60, row -> codes(row, a(row) + b(row)), row -> factors(a(row), b(row))),
    SINGLE_FACTOR(60, row -> codes(row, a(row), b(row)), row -> factors(a(row))),
    SINGLE_CODE_AND_FACTOR(60, row -> codes(row, a(row)), row -> factors(a(row))),
    MORE_CODES_THAN_FACTORS(
        60,
        row -> codes(row, a(row), b(row), a(row) + b(row), 0.5 * b(row), 0),
        row -> factors(a(row), b(row))),
    ONE_VALUED_FACTOR(60, row -> codes(row, a(row), b(row)), row -> factors(a(row), 3)),
    DUPLICATE_CODES(
        60, row -> new double[] {noisy(row), noisy(row)}, row -> factors(a(row), b(row))),
    DUPLICATE_ROWS(60, row -> new double[] {a(row), b(row)}, row -> factors(a(row), b(row))),
    FIVE_ROWS(5, row -> codes(row, a(row), b(row)), row -> factors(a(row), row % 2)),
    VALUES_IN_ONE_ROW(60, row -> codes(row, a(row), b(row)), row -> factors(a(row), row)),
    VALUES_OF_TEST_ROWS_ALONE(
        60, row -> codes(row, a(row), b(row)), row -> factors(row < 40 ? a(row) : 9, b(row))),
    TINY_CODES(60, row -> new double[] {1e-200 * a(row), b(row)}, row -> factors(a(row), b(row))),
    HUGE_CODES(60, row -> codes(row, 1e12 * a(row), b(row)), row -> factors(a(row), b(row))),
    VAST_CODES(60, row -> codes(row, 1e200 * a(row), b(row)), row -> factors(a(row), b(row)));

    private final LabelledCodes table;

    Odd(int rows, IntFunction<double[]> codes, IntFunction<int[]> factors) {
      table =
          LabelledCodes.of(
              IntStream.range(0, rows).mapToObj(codes).toArray(double[][]::new),
              IntStream.range(0, rows).mapToObj(factors).toArray(int[][]::new));
    }

    private static int a(int row) {
      return row % 3;
    }

    private static int b(int row) {
      return row / 3 % 4;
    }

    private static double noisy(int row) {
      return codes(row, a(row))[0];
    }

    private static int[] factors(int... values) {
      return values;
    }

    private static double[] codes(int row, double... values) {
      SplittableRandom noise = new SplittableRandom(row);
      return IntStream.range(0, values.length)
          .mapToDouble(i -> values[i] == 0.1 ? 0.1 : values[i] + 0.2 * noise.nextDouble())
          .toArray();
    }

    /** Whether codes depend on each other linearly. */
    boolean hasEqualCodes() {
      return this == DUPLICATE_CODES;
    }

    SuiteScores scores() {
      return MetricSuite.of(GROUPS, List.of("all"))
          .scoresWhereDefined(
              MetricInput.split(table, 1.0 / 3, Limits.DEFAULT, new PlainLearners(), 7),
              message -> message);
    }
  }

  private static final Map<Odd, SuiteScores> SCORES = new EnumMap<>(Odd.class);

  @ParameterizedTest
  @EnumSource
  void eachMetricIsANumberOrSaysWhyNot(Odd odd) {
    for (SuiteScores.Score score : scores(odd).scores()) {
      String name = score.metric().name();
      if (score.isDefined()) {
        boolean infinite = name.equals("gaussian_total_correlation") && odd.hasEqualCodes();
        assertEquals(!infinite, Double.isFinite(score.value()), name + " " + score.value());
      } else {
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALL_CODES_CONSTANT, factor_vae, 0",
    "ALL_CODES_CONSTANT, factor_vae_sampled.eval_accuracy, 0",
    "ALL_CODES_CONSTANT, mig, 0",
    "ALL_CODES_CONSTANT, modularity, 0",
    "ALL_CODES_CONSTANT, irs, 0",
    "ALL_CODES_CONSTANT, gaussian_wasserstein_correlation_norm, 0",
    "ALL_CODES_CONSTANT, mutual_info_score, 0",
    "ALL_CODES_CONSTANT, dhsic, 0",
    "ALL_CODES_CONSTANT, sap_continuous, 0",
    "ALL_CODES_CONSTANT, explicitness, 0.5",
    "ALL_CODES_CONSTANT, explicitness_ovr, 0.5",
    "ALL_CODES_CONSTANT, dci_gbt.disentanglement, 0",
    "ALL_CODES_CONSTANT, dci_rf_regressor.completeness, 0",
    "ALL_CODES_CONSTANT, dci_rf_classifier.disentanglement, 0",
    "ALL_CODES_CONSTANT, dci_lasso.completeness, 0",
    "SINGLE_CODE, gaussian_total_correlation, 0",
    "SINGLE_CODE, mutual_info_score, 0",
    "SINGLE_CODE, total_correlation, 0",
    "SINGLE_CODE, dhsic, 0",
    "SINGLE_CODE, dci_gbt.completeness, 1",
    "SINGLE_CODE, dci_rf_regressor.completeness, 1",
    "SINGLE_CODE, dci_from_mi.completeness, 1",
    "SINGLE_FACTOR, beta_vae, 1",
    "SINGLE_FACTOR, factor_vae, 1",
    "SINGLE_FACTOR, modularity, 1",
    "SINGLE_FACTOR, dci_gbt.disentanglement, 1",
    "SINGLE_FACTOR, dci_lasso.disentanglement, 1",
    "DUPLICATE_CODES, mig, 0",
    "DUPLICATE_CODES, sap_continuous, 0",
    "DUPLICATE_CODES, sap_discrete, 0",
    "DUPLICATE_CODES, gaussian_total_correlation, Infinity"
  })
  void oddTablesHaveTheirDocumentedValues(Odd odd, String metric, double value) {
    assertEquals(value, scores(odd).value(metric), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_VALUED_FACTOR, mig",
    "ONE_VALUED_FACTOR, dci_lasso.completeness",
    "VALUES_IN_ONE_ROW, factor_vae",
    "VALUES_OF_TEST_ROWS_ALONE, explicitness",
    "TINY_CODES, gaussian_total_correlation",
    "VAST_CODES, gaussian_wasserstein_correlation",
    "VAST_CODES, sap_mixed_infogancr"
  })
  void someMetricsAreNotDefined(Odd odd, String metric) {
    assertTrue(Double.isNaN(scores(odd).value(metric)));
  }

  private static SuiteScores scores(Odd odd) {
    return SCORES.computeIfAbsent(odd, Odd::scores);
  }
}
