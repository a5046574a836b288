// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.toy.FactorEncoder;
import org.disentangle.testing.toy.FactorEncoderModel;
import org.junit.jupiter.api.Test;

/** Many metrics of one DataFrame. */
class DisentanglementEvaluatorTest {

  private static final String CODES = "array(factor_a + factor_b / 9D, factor_b, factor_c * 2)";

  /** Metrics that read no factors. */
  private static final List<String> CODES_ALONE =
      List.of(
          "gaussian_total_correlation",
          "gaussian_wasserstein_correlation",
          "gaussian_wasserstein_correlation_norm",
          "mutual_info_score",
          "dhsic",
          "total_correlation");

  private final DisentanglementEvaluator evaluator = new DisentanglementEvaluator("every");
  private final Dataset<Row> rows = CodesEvaluatorsTest.rows(CODES);

  @Test
  void aReportHasWhatTheEvaluatorsOfEachFamilyGive() {
    DisentanglementReport report =
        evaluator
            .setMetrics("factor_vae", "mig", "irs", "sap_continuous", "dci_lasso")
            .report(rows);
    assertEquals(List.of("factor_a", "factor_b", "factor_c"), report.factorCols());
    assertEquals(3, report.numCodes());
    assertEquals(new FactorVaeEvaluator().evaluate(rows), report.value("factor_vae"));
    assertEquals(new MutualInformationEvaluator().evaluate(rows), report.value("mig"));
    assertEquals(new IrsEvaluator().evaluate(rows), report.value("irs"));
    assertEquals(new SapEvaluator().evaluate(rows), report.value("sap_continuous"));
    assertEquals(
        new DciEvaluator().setMetricName("dci_lasso.completeness").evaluate(rows),
        report.value("dci_lasso.completeness"));
    assertThrows(IllegalArgumentException.class, () -> report.value("dhsic"));
    assertEquals(3, report.scores().matrices().size());
  }

  @Test
  void aReportIsADataFrameJsonAndText() throws IOException {
    DisentanglementReport report = evaluator.setMetrics("mig", "dhsic").report(rows);
    List<Row> table = report.toDataFrame(SharedSpark.session()).collectAsList();
    assertEquals(List.of("mig", "dhsic"), table.stream().map(row -> row.getString(0)).toList());
    assertEquals(report.value("mig"), table.get(0).getDouble(1));
    assertTrue(table.get(0).getBoolean(2));
    assertFalse(table.get(1).getBoolean(2));
    JsonNode json = new ObjectMapper().readTree(report.toJson());
    assertEquals(2, json.size());
    assertEquals(report.value("dhsic"), json.get("dhsic").asDouble());
    String[] lines = report.toString().split(System.lineSeparator());
    assertTrue(lines[0].matches("mig +0\\.\\d{6}  larger is better"), lines[0]);
    assertTrue(lines[1].matches("dhsic +\\d+\\.\\d{6}  smaller is better"), lines[1]);
  }

  @Test
  void whatIsNotDefinedSaysWhyInTheReportAndIsRefusedByName() throws IOException {
    Dataset<Row> continuous = rows.selectExpr("codes", "id as factor_id", "factor_a");
    DisentanglementReport report = evaluator.setMetrics("factor_vae", "irs").report(continuous);
    Score score = report.scores().scores().get(0);
    assertTrue(
        score.undefined().startsWith("column 'factor_id': found a different value"),
        score.undefined());
    assertTrue(Double.isNaN(report.value("factor_vae")));
    assertTrue(Double.isFinite(report.value("irs")));
    assertTrue(new ObjectMapper().readTree(report.toJson()).get("factor_vae").isNull());
    assertTrue(report.toString().contains("not defined: column 'factor_id'"), report::toString);
    assertTrue(
        report.toDataFrame(SharedSpark.session()).first().isNullAt(1), "no value in the DataFrame");
    assertThrows(
        InvalidInputException.class,
        () -> evaluator.setMetricName("factor_vae").evaluate(continuous));
    assertTrue(Double.isFinite(evaluator.setFactorBins(10).report(continuous).value("factor_vae")));
  }

  @Test
  void aContinuousFactorIsRefusedByEveryMetricThatTakesItsValuesForClasses() {
    Set<String> ofNumbers =
        Set.of(
            "irs", // divides factors into intervals itself
            "sap_continuous",
            "dci_rf_regressor.disentanglement",
            "dci_rf_regressor.completeness",
            "dci_rf_regressor.nrmse_test",
            "dci_lasso.disentanglement",
            "dci_lasso.completeness");
    Dataset<Row> continuous = rows.limit(300).selectExpr("codes", "id + 0.5D as factor_id");
    evaluator.setMetrics(
        DisentanglementEvaluator.metricsNamed(List.of("all"), CODES_ALONE).toArray(String[]::new));
    DisentanglementReport report = evaluator.report(continuous);
    List<Score> scores = report.scores().scores();
    assertTrue(scores.size() > 25, scores::toString);
    assertEquals(scores.size() + 1, report.toString().lines().count(), "advice is given once");
    for (Score score : scores) {
      assertEquals(ofNumbers.contains(score.metric().name()), score.isDefined(), score::toString);
      assertTrue(
          score.isDefined()
              || score
                  .undefined()
                  .startsWith("column 'factor_id': found a different value in each"),
          score::toString);
    }
    evaluator.setMetrics("factor_vae", "beta_vae", "mig", "sap_discrete").setFactorBins(4);
    evaluator
        .report(continuous)
        .scores()
        .scores()
        .forEach(score -> assertTrue(score.isDefined(), score::toString));
  }

  @Test
  void modelsMayBeScoredOnAnotherDataFrame() {
    evaluator.setMetrics("explicitness", "mig");
    DisentanglementReport report = evaluator.report(rows, rows.where("id % 7 = 0"));
    assertEquals(new MutualInformationEvaluator().evaluate(rows), report.value("mig"));
    DisentanglementReport same = evaluator.report(rows, rows);
    assertEquals(same.value("explicitness.train"), same.value("explicitness"));
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> evaluator.report(rows, rows.where("factor_a = 0")))
            .getMessage();
    assertTrue(message.contains("found factors [factor_b, factor_c] in the test rows"), message);
  }

  @Test
  void metricsOfCodesAloneNeedNoFactors() {
    Dataset<Row> codes = rows.select("codes");
    assertTrue(
        evaluator.setMetrics("mutual_info_score").report(codes).value("mutual_info_score") > 0);
    assertThrows(
        InvalidInputException.class, () -> evaluator.setMetrics("mig", "dhsic").report(codes));
  }

  @Test
  void theFirstRowsAreThoseOfTheDataFrameIfItsOrderIsKept() {
    evaluator.setMetrics("dhsic").setDhsicRows(60).setRowOrder("given");
    Dataset<Row> ordered = rows.coalesce(1).orderBy("id").coalesce(1);
    double first = evaluator.report(ordered).value("dhsic");
    assertEquals(first, evaluator.report(ordered.limit(60)).value("dhsic"));
    assertTrue(first != evaluator.setRowOrder("canonical").report(ordered).value("dhsic"));
  }

  @Test
  void unknownMetricsAreRefused() {
    String refused =
        assertThrows(InvalidInputException.class, () -> evaluator.setMetrics("mig", "factorVae"))
            .getMessage();
    assertTrue(refused.endsWith("Did you mean 'factor_vae'?"), refused);
    assertThrows(InvalidInputException.class, () -> evaluator.setMetrics());
    assertEquals(
        List.of("mig"),
        DisentanglementEvaluator.metricsNamed(List.of("mig", "irs"), List.of("irs")));
    assertTrue(
        DisentanglementEvaluator.metricsNamed(List.of("all"), List.of("dci_gbt")).size() > 30);
  }

  @Test
  void tuningMinimisesAMetricOfWhichSmallerIsBetter() {
    FactorEncoder encoder = new FactorEncoder();
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(encoder.noise(), new double[] {50, 0, 4}).build();
    CrossValidatorModel fitted =
        new CrossValidator()
            .setEstimator(encoder)
            .setEvaluator(evaluator.setMetricName("mutual_info_score"))
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .fit(rows.select("factor_a", "factor_b"));
    assertEquals(0.0, ((FactorEncoderModel) fitted.bestModel()).getNoise());
  }

  @Test
  void aNameThatIsNullIsRefused() {
    DisentanglementEvaluator evaluator = new DisentanglementEvaluator();
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> evaluator.setMetrics("mig", (String) null))
            .getMessage();
    assertTrue(message.contains("parameter metrics: found ['mig', null]"), message);
  }
}
