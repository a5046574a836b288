package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all evaluators of codes keep. */
class CodesEvaluatorTest {

  private static final List<String> SMALLER_IS_BETTER =
      List.of(
          "gaussian_total_correlation",
          "gaussian_wasserstein_correlation",
          "gaussian_wasserstein_correlation_norm",
          "mutual_info_score",
          "dhsic",
          "total_correlation",
          "dci_rf_regressor.nrmse_test");

  /** Those of the evaluator of all metrics that no other test takes time for. */
  private static final List<String> QUICK =
      List.of("factor_vae", "mig", "dhsic", "sap_mixed_infogancr", "explicitness_ovr", "dci_lasso");

  @TempDir Path folder;

  @BeforeAll
  static void session() {
    SharedSpark.session();
  }

  /** One of each, with Params that are not its defaults. */
  static Stream<CodesEvaluator<?>> evaluators() {
    return Stream.of(
        new FactorVaeEvaluator("a_1").setNumVotes(60).setVotesSampleSize(9).setMinCodeStd(0.01),
        new BetaVaeEvaluator("a_2").setMetricName("beta_vae_infogancr").setFactorBins(5),
        new MutualInformationEvaluator("a_3").setMetricName("modularity").setBins(12),
        new SapEvaluator("a_4").setDiscreteFactorCols("factor_b").setTestFraction(0.25),
        new ExplicitnessEvaluator("a_5").setTrainRows(200).setTestRows(30),
        new DciEvaluator("a_6").setMetricName("dci_lasso.completeness").setSeed(-1),
        new IrsEvaluator("a_7").setIrsQuantile(0.9),
        new CodeIndependenceEvaluator("a_8").setBins(7).setDhsicRows(50).setPosteriorStd(0.3),
        new DisentanglementEvaluator("a_9")
            .setMetrics("mig", "dci_lasso")
            .setRowOrder("canonical")
            .setMetricName("dhsic")
            .setDhsicRows(60));
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void keepsTheContractOfStages(CodesEvaluator<?> evaluator) {
    StageContract.check(evaluator, folder);
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void directionIsThatOfTheMetric(CodesEvaluator<?> evaluator) {
    assertTrue(!evaluator.metricNames().isEmpty());
    for (String name : evaluator.metricNames()) {
      evaluator.set(evaluator.metricName(), name);
      assertEquals(!SMALLER_IS_BETTER.contains(name), evaluator.isLargerBetter(), name);
    }
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void rowOrderAndPartitionsPlayNoPart(CodesEvaluator<?> evaluator) {
    Dataset<Row> rows = FactorTable.of(FactorTable.MIXED);
    Map<String, Double> values = values(evaluator, rows);
    assertEquals(values, values(evaluator, rows.repartition(7)));
    assertEquals(
        values, values(evaluator, rows.orderBy(rows.col("factor_c").desc(), rows.col("id"))));
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void evaluateIsTheMetricThatIsNamed(CodesEvaluator<?> evaluator) {
    Dataset<Row> rows = FactorTable.of(FactorTable.MIXED);
    String name = evaluator.getMetricName();
    double value = evaluator.evaluate(rows);
    assertTrue(Double.isFinite(value), name);
    assertEquals(value, evaluator.report(rows, List.of(name)).value(name));
    assertEquals(value, evaluator.evaluate(rows, ParamMap.empty()));
  }

  @ParameterizedTest
  @MethodSource("evaluators")
  void unusableColumnsAreRefused(CodesEvaluator<?> evaluator) {
    evaluator.clear(evaluator.metricName());
    Dataset<Row> rows = FactorTable.of(FactorTable.PERFECT);
    Refused.by(evaluator, "column 'codes': found columns", rows.drop("codes"));
    Refused.by(evaluator, "column 'codes': found type", rows.drop("codes").selectExpr("*", "id as codes"));
    Refused.by(
        evaluator,
        "column 'codes': found null or NaN",
        FactorTable.of("array(if(id = 7, double('nan'), 1D * id))"));
    Refused.by(evaluator, "input rows: found none", rows.limit(0));
    if (evaluator instanceof HasFactorCols<?> factors) {
      Refused.by(evaluator, "parameter factorCols: found no value", rows.select("codes"));
      evaluator.set(factors.factorCols(), new String[] {"factor_b", "factor_d"});
      Refused.by(
          evaluator,
          "column 'factor_d': found one value in all rows",
          rows.selectExpr("*", "7 as factor_d"));
      Refused.by(
          evaluator,
          "column 'factor_d': found null",
          rows.selectExpr("*", "nullif(factor_a, 2) as factor_d"));
    }
  }

  private static Map<String, Double> values(CodesEvaluator<?> evaluator, Dataset<Row> rows) {
    List<String> names =
        evaluator instanceof DisentanglementEvaluator ? QUICK : evaluator.metricNames();
    Map<String, Double> values = new TreeMap<>();
    evaluator
        .report(rows, names)
        .scores()
        .scores()
        .forEach(score -> values.put(score.metric().name(), score.value()));
    return values;
  }
}
