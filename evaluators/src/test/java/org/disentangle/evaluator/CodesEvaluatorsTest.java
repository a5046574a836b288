// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all evaluators of codes keep, and that each of their metrics tells good codes from noise.
 */
@Tag("contract")
class CodesEvaluatorsTest {

  private static final Set<String> SMALLER_IS_BETTER =
      Set.of(
          "gaussian_total_correlation",
          "gaussian_wasserstein_correlation",
          "gaussian_wasserstein_correlation_norm",
          "mutual_info_score",
          "dhsic",
          "total_correlation",
          "dci_rf_regressor.nrmse_test");

  private static final String NOISE = "xxhash64(id, %d) %% 1000003 / 1000003D";
  private static final String TRUE_CODES = "array(factor_c / 4D, -factor_a / 2D, factor_b / 3D)";

  /** By uid of the evaluator. */
  private static final Map<String, DisentanglementReport> ENTANGLED = new HashMap<>();

  @TempDir Path folder;

  static Stream<CodesEvaluator<?>> evaluators() {
    return Stream.of(
        new FactorVaeEvaluator("factor_vae").setNumVotes(50).setFactorBins(7),
        new BetaVaeEvaluator("beta_vae"),
        new MutualInformationEvaluator("mutual_information").setBins(7),
        new SapEvaluator("sap").setDiscreteFactorCols("factor_b").setTestFraction(0.25),
        new ExplicitnessEvaluator("explicitness").setTrainRows(500).setTestRows(300),
        new DciEvaluator("dci").setTestFraction(0.5),
        new IrsEvaluator("irs").setIrsQuantile(1),
        new CodeIndependenceEvaluator("independence").setDhsicRows(100).setPosteriorStd(0.2),
        new DisentanglementEvaluator("all").setMetrics("mig", "dci_lasso").setRowOrder("given"));
  }

  static Stream<Arguments> metrics() {
    return evaluators()
        .filter(evaluator -> !(evaluator instanceof DisentanglementEvaluator))
        .flatMap(
            evaluator ->
                evaluator.metricNames().stream().map(name -> Arguments.of(evaluator, name)));
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void keepsTheContractOfStages(CodesEvaluator<?> evaluator) {
    SharedSpark.session();
    StageContract.check(evaluator.setSeed(-3).setCodesCol("z"), folder);
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void goodCodesAreBetterThanEntangledOnesInTheDirectionItSays(
      CodesEvaluator<?> evaluator, String metric) {
    evaluator.setMetricName(metric);
    assertEquals(!SMALLER_IS_BETTER.contains(metric), evaluator.isLargerBetter());
    double good = evaluator.evaluate(rows(TRUE_CODES));
    double entangled =
        ENTANGLED.computeIfAbsent(evaluator.uid(), uid -> ofEntangled(evaluator)).value(metric);
    assertTrue(
        evaluator.isLargerBetter() ? good > entangled : good < entangled,
        () -> String.format(Locale.ROOT, "good codes %s, entangled ones %s", good, entangled));
  }

  /** All its metrics at once. */
  private static DisentanglementReport ofEntangled(CodesEvaluator<?> evaluator) {
    String codes =
        String.format(
            Locale.ROOT,
            "array(%s, %s, %s)",
            mixed(0.3, 0.3, 0.4),
            mixed(0.4, 0.3, 0.3),
            mixed(0.3, 0.4, 0.3));
    return evaluator.report(rows(codes), evaluator.metricNames());
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void rowOrderAndPartitionsPlayNoPart(CodesEvaluator<?> evaluator) {
    Dataset<Row> rows =
        rows(String.format(Locale.ROOT, "array(%s, factor_b, factor_c)", mixed(0.5, 0.2, 0.3)));
    double value = evaluator.evaluate(rows);
    if (evaluator instanceof DisentanglementEvaluator every) {
      every.setRowOrder("canonical");
      value = every.evaluate(rows);
    }
    assertEquals(value, evaluator.evaluate(rows.orderBy(rows.col("id").desc()).repartition(5)));
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void refusalsNameTheStageAndTheColumn(CodesEvaluator<?> evaluator) {
    Dataset<Row> rows = rows(TRUE_CODES);
    refused(evaluator, "column 'codes': found columns", rows.drop("codes"));
    refused(evaluator, "column 'codes': found null or NaN", rows("array(double('nan'), 1D)"));
    refused(evaluator, "input rows: found none", rows.limit(0));
    if (!(evaluator instanceof CodeIndependenceEvaluator)) {
      refused(evaluator, "parameter factorCols: found no value", rows.select("codes"));
      refused(evaluator, "one value in all rows", rows.limit(1));
    }
  }

  private static void refused(CodesEvaluator<?> evaluator, String found, Dataset<Row> rows) {
    String message =
        assertThrows(InvalidInputException.class, () -> evaluator.evaluate(rows)).getMessage();
    assertTrue(message.startsWith(InputErrors.of(evaluator).stage() + ": "), message);
    assertTrue(message.contains(found), message);
  }

  /** Rows with three factors of 3, 4 and 5 values. */
  static Dataset<Row> rows(String codes) {
    return SharedSpark.session()
        .range(0, 900, 1, 3)
        .selectExpr(
            "id",
            "id % 3 as factor_a",
            "(id div 3) % 4 as factor_b",
            "double((id div 12) % 5) as factor_c")
        .selectExpr("*", codes + " as codes");
  }

  private static String mixed(double a, double b, double c) {
    return String.format(
        Locale.ROOT,
        "%s * factor_a / 2D + %s * factor_b / 3D + %s * factor_c / 4D + 0.3 * (%s)",
        a,
        b,
        c,
        String.format(Locale.ROOT, NOISE, (int) (1000 * a + 10 * b)));
  }
}
