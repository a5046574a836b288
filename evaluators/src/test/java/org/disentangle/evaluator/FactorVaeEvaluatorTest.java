// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorVaeEvaluatorTest {

  private static final String TRUE_CODES = "array(-2 * factor_c, factor_a / 1000D, 5 + factor_b)";
  private static final String NOISE =
      "transform(sequence(1, 3), i -> xxhash64(id, i) % 1000003 / 1000003D)";

  private final FactorVaeEvaluator evaluator = new FactorVaeEvaluator("eval_1");

  @TempDir Path folder;

  @Test
  void keepsTheContractOfStages() {
    SharedSpark.session();
    StageContract.check(
        new FactorVaeEvaluator()
            .setMetricName("factor_vae_sampled.eval_accuracy")
            .setFactorCols("x", "y")
            .setCodesCol("z")
            .setNumVotes(7)
            .setVotesSampleSize(9)
            .setMinCodeStd(0.05)
            .setSeed(-1),
        folder);
    assertTrue(evaluator.isLargerBetter());
    assertEquals("factor_vae", evaluator.getMetricName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "factor_vae",
        "factor_vae_revised",
        "factor_vae_sampled.train_accuracy",
        "factor_vae_sampled.eval_accuracy"
      })
  void trueFactorsScoreOneAndNoiseNearChance(String metric) {
    evaluator.setMetricName(metric);
    assertEquals(1.0, evaluator.evaluate(rows(TRUE_CODES)));
    double chance = evaluator.evaluate(rows(NOISE));
    assertTrue(chance > 0.2 && chance < 0.55, () -> "score " + chance);
  }

  @Test
  void reportNamesFactorsAndCountsVotes() {
    DisentanglementReport report =
        evaluator.setNumVotes(30).report(rows(TRUE_CODES), List.of("factor_vae"));
    assertEquals(List.of("factor_a", "factor_b", "factor_c"), report.factorCols());
    assertArrayEquals(
        new double[][] {{0, 0, 10}, {10, 0, 0}, {0, 10, 0}},
        report.scores().matrices().get("factor_vae_votes"));
  }

  @Test
  void rowOrderAndPartitionsPlayNoPart() {
    evaluator.setMetricName("factor_vae_sampled.train_accuracy").setVotesSampleSize(5);
    Dataset<Row> rows =
        rows(
            String.format(
                Locale.ROOT, "array(factor_a + %s[0] * 2, %s[1], factor_c)", NOISE, NOISE));
    double score = evaluator.evaluate(rows);
    assertTrue(score > 0.4 && score < 0.99, () -> "score " + score);
    assertEquals(score, evaluator.evaluate(rows.repartition(7)));
    assertEquals(score, evaluator.evaluate(rows.orderBy(rows.col("factor_c").desc()).coalesce(1)));
  }

  @Test
  void codesMayBeFloatsDoublesOrVectors() {
    Dataset<Row> doubles =
        rows(String.format(Locale.ROOT, "transform(%s, c -> round(c * 8) / 8)", NOISE));
    evaluator.setVotesSampleSize(5);
    double score = evaluator.evaluate(doubles);
    assertEquals(
        score,
        evaluator.evaluate(doubles.withColumn("codes", doubles.col("codes").cast("array<float>"))));
    assertEquals(
        score,
        evaluator.evaluate(
            doubles.withColumn("codes", functions.array_to_vector(doubles.col("codes")))));
  }

  @Test
  void factorsWithOneValueAreLeftOutUnlessNamed() {
    Dataset<Row> rows = rows(TRUE_CODES).selectExpr("*", "7 as factor_colour");
    assertEquals(
        List.of("factor_a", "factor_b", "factor_c"),
        evaluator.report(rows, List.of("all")).factorCols());
    evaluator.setFactorCols("factor_a", "factor_colour");
    refused("column 'factor_colour': found one value in all rows", rows);
  }

  @Test
  void columnsWithDotsAndQuotesAreFound() {
    Dataset<Row> rows =
        rows(TRUE_CODES)
            .selectExpr(
                "factor_a as `factor_.a`", "factor_b as `factor_``b`", "codes as `my.codes`");
    assertEquals(
        List.of("factor_.a", "factor_`b"),
        evaluator.setCodesCol("my.codes").report(rows, List.of("all")).factorCols());
  }

  @Test
  void wrongColumnsAreRefused() {
    Dataset<Row> rows = rows(TRUE_CODES);
    refused("column 'codes': found columns", rows.drop("codes"));
    refused("column 'codes': found type bigint", rows.selectExpr("id as codes", "factor_a"));
    refused("parameter factorCols: found no value", rows.select("codes"));
    refused("column 'factor_a': found type string", rows.selectExpr("codes", "'x' as factor_a"));
    evaluator.setFactorCols("faktor_a");
    refused("Did you mean 'factor_a'?", rows);
  }

  @Test
  void unusableValuesAreRefused() {
    refused("column 'codes': found null or NaN", rows("array(if(id = 5, double('nan'), 1D))"));
    refused("column 'codes': found null or NaN", rows("array(if(id = 5, null, 1D))"));
    refused("column 'codes': found Infinity", rows("array(if(id = 5, double('inf'), 1D))"));
    refused("found rows of 1 and of 2 values", rows("if(id = 119, array(1D, 2D), array(1D))"));
    refused("found rows of 1 and of 0 values", rows("if(id = 119, null, array(1D))"));
    refused("found empty or null arrays", rows("cast(array() as array<double>)"));
    refused("input rows: found none", rows(TRUE_CODES).limit(0));
    refused(
        "column 'factor_b': found null",
        rows(TRUE_CODES).selectExpr("codes", "factor_a", "nullif(factor_b, 2) as factor_b"));
    refused(
        "column 'factor_id': found a different value in each of 120 rows",
        rows(TRUE_CODES).selectExpr("*", "id as factor_id"));
    refused("found one value in all rows", rows(TRUE_CODES).limit(1));
  }

  @Test
  void paramsAreChecked() {
    for (Executable wrong :
        List.<Executable>of(
            () -> evaluator.setNumVotes(0),
            () -> evaluator.setVotesSampleSize(1),
            () -> evaluator.setMinCodeStd(-0.1),
            () -> evaluator.setMetricName("mig"),
            () -> evaluator.evaluate(null, ParamMap.empty().put(evaluator.numVotes(), 0)))) {
      assertThrows(InvalidInputException.class, wrong);
    }
  }

  private void refused(String found, Dataset<Row> rows) {
    Refused.by(evaluator, found, rows);
  }

  private static Dataset<Row> rows(String codes) {
    return SharedSpark.session()
        .range(0, 120, 1, 3)
        .selectExpr(
            "id",
            "id % 3 as factor_a",
            "(id div 3) % 4 as factor_b",
            "double((id div 12) % 5) as factor_c")
        .selectExpr("*", codes + " as codes");
  }
}
