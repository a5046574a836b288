// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.metric.image.PerceptualDiversity;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceptualDiversityEvaluatorTest {

  private static final String FEATURES = "array(id % 2 * 3D, 5D, pair / 10D + id % 2)";

  private final PerceptualDiversityEvaluator evaluator = new PerceptualDiversityEvaluator("eval_1");

  @TempDir Path folder;

  @Test
  void keepsTheContractOfStages() {
    SharedSpark.session();
    StageContract.check(
        new PerceptualDiversityEvaluator().setFeaturesCol("f").setPairCol("p"), folder);
    assertTrue(evaluator.isLargerBetter());
  }

  @Test
  void isTheMeanDistanceOfTheRowsOfEachPair() {
    PerceptualDiversity.Result result = evaluator.report(rows(FEATURES));
    assertEquals(4.0 / 3, result.score(), 1e-12);
    assertEquals(0, result.std(), 1e-12);
    assertEquals(60, result.pairs());
    assertEquals(result.score(), evaluator.evaluate(rows(FEATURES)));
  }

  @Test
  void rowOrderPartitionsAndTypesPlayNoPart() {
    Dataset<Row> rows = rows("array(exp(id / 9D), xxhash64(id) % 1000 / 8D)");
    double score = evaluator.evaluate(rows);
    assertEquals(score, evaluator.evaluate(rows.repartition(7)));
    assertEquals(score, evaluator.evaluate(rows.orderBy(rows.col("id").desc()).coalesce(1)));
    assertEquals(
        score,
        evaluator.evaluate(
            rows.withColumn("features", functions.array_to_vector(rows.col("features")))));
    assertEquals(
        score, evaluator.evaluate(rows.withColumn("pair", rows.col("pair").cast("short"))));
  }

  @Test
  void idsKeepAll64Bits() {
    Dataset<Row> rows = rows(FEATURES).selectExpr("features", "9007199254740992 + pair as pair");
    assertEquals(4.0 / 3, evaluator.evaluate(rows), 1e-12);
    Dataset<Row> negative =
        rows(FEATURES).selectExpr("features", "-9223372036854775807 + pair as pair");
    assertEquals(4.0 / 3, evaluator.evaluate(negative), 1e-12);
  }

  @Test
  void rowsThatAreNoPairsAreRefused() {
    Dataset<Row> rows = rows(FEATURES);
    Refused.by(
        evaluator, "column 'pair': found pair 3 in 1 row;", rows.filter("id <> 7 and id <> 11"));
    Refused.by(
        evaluator, "column 'pair': found pair 59 in 3 rows;", rows.union(rows.filter("id = 119")));
    Refused.by(evaluator, "pair 0 in 120 rows", rows.selectExpr("features", "0 as pair"));
  }

  @Test
  void wrongColumnsAreRefused() {
    Dataset<Row> rows = rows(FEATURES);
    Refused.by(evaluator, "column 'features': found columns", rows.drop("features"));
    Refused.by(evaluator, "column 'pair': found columns", rows.drop("pair"));
    Refused.by(
        evaluator,
        "column 'pair': found type double; expected whole number",
        rows.selectExpr("features", "double(pair) as pair"));
  }

  @Test
  void unusableValuesAreRefused() {
    Refused.by(evaluator, "column 'features': found null", rows("array(if(id = 5, null, 1D))"));
    Refused.by(evaluator, "found null or NaN", rows("array(if(id = 5, double('nan'), 1D))"));
    Refused.by(
        evaluator,
        "column 'pair': found null",
        rows(FEATURES).selectExpr("features", "nullif(pair, 3) as pair"));
    Refused.by(evaluator, "input rows: found none", rows(FEATURES).limit(0));
    Refused.by(
        evaluator, "rows of 1 and of 2 values", rows("if(id < 9, array(1D), array(1D, 2D))"));
  }

  private static Dataset<Row> rows(String features) {
    return SharedSpark.session()
        .range(0, 120, 1, 3)
        .selectExpr("id", "id div 2 as pair")
        .selectExpr("*", features + " as features");
  }
}
