// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoricalCodeEvaluatorTest {

  /** Category id % 3 gets most; the rest is shared in a way that depends on the row. */
  private static final String GOOD =
      "transform(sequence(0, 2), c -> if(c = id % 3, 0.7D + id / 1000D, 0.15D - id / 2000D))";

  private final CategoricalCodeEvaluator evaluator = new CategoricalCodeEvaluator("eval_1");

  @TempDir Path folder;

  @Test
  void keepsTheContractOfStages() {
    SharedSpark.session();
    StageContract.check(
        new CategoricalCodeEvaluator()
            .setMetricName("category_accuracy")
            .setProbabilityCol("q")
            .setLabelCol("c"),
        folder);
    assertEquals("mutual_information_bound", evaluator.getMetricName());
    assertTrue(evaluator.isLargerBetter());
    assertThrows(InvalidInputException.class, () -> evaluator.setMetricName("accuracy"));
  }

  @Test
  void boundIsTheMeanLogProbabilityPlusTheEntropyOfThePrior() {
    String three = "array(if(id % 2 = 0, 0.5D, 0.25D), 0.25D, if(id % 2 = 0, 0.25D, 0.5D))";
    Dataset<Row> rows = rows(three, "id % 3");
    double half = 40 * Math.log(.5) + 80 * Math.log(.25);
    assertEquals(half / 120 + Math.log(3), evaluator.evaluate(rows), 1e-12);
    assertEquals(Math.log(3), evaluator.evaluate(rows(oneHot(), "id % 3")), 1e-12, "certain");
    assertEquals(
        Double.NEGATIVE_INFINITY, evaluator.evaluate(rows(oneHot(), "(id + 1) % 3")), "wrong");
  }

  @Test
  void accuracyMatchesCategoriesToLabelsOfAnyNames() {
    evaluator.setMetricName("category_accuracy");
    assertEquals(1, evaluator.evaluate(rows(GOOD, "id % 3")));
    Dataset<Row> renamed =
        rows(GOOD, "if(id = 0, 5, element_at(array(2000000000, 5, 7), int(id % 3) + 1))");
    assertEquals(119.0 / 120, evaluator.evaluate(renamed), 1e-15);
    CategoricalCodeEvaluator.Matching matching = evaluator.matching(renamed);
    assertEquals(List.of(5, 7, 2000000000), matching.labels());
    assertArrayEquals(new int[] {2, 0, 1}, matching.accuracy().labelOfCategory());
    assertArrayEquals(
        new int[][] {{1, 0, 39}, {40, 0, 0}, {0, 40, 0}}, matching.accuracy().counts());
  }

  @Test
  void rowOrderPartitionsAndTypesPlayNoPart() {
    Dataset<Row> rows = rows(GOOD, "(id div 7) % 3");
    for (String metric : evaluator.metricNames()) {
      evaluator.setMetricName(metric);
      double score = evaluator.evaluate(rows);
      assertEquals(score, evaluator.evaluate(rows.repartition(7)));
      assertEquals(score, evaluator.evaluate(rows.orderBy(rows.col("id").desc()).coalesce(1)));
      assertEquals(
          score,
          evaluator.evaluate(
              rows.withColumn("label", rows.col("label").cast("double"))
                  .withColumn("probability", functions.array_to_vector(rows.col("probability")))));
    }
  }

  @Test
  void wrongColumnsAreRefused() {
    Dataset<Row> rows = rows(GOOD, "id % 3");
    Refused.by(evaluator, "column 'label': found columns", rows.drop("label"));
    Refused.by(evaluator, "column 'probability': found columns", rows.drop("probability"));
    Refused.by(evaluator, "column 'label': found type string", rows(GOOD, "'a'"));
  }

  @Test
  void unusableValuesAreRefused() {
    Refused.by(evaluator, "column 'label': found null or NaN", rows(GOOD, "nullif(id % 3, 2)"));
    Refused.by(evaluator, "column 'label': found -1.0", rows(GOOD, "id % 3 - 1"));
    Refused.by(evaluator, "column 'label': found 0.5", rows(GOOD, "id % 3 + 0.5D"));
    Refused.by(evaluator, "column 'label': found category 3;", rows(GOOD, "id % 3 + 1"));
    Refused.by(evaluator, "probabilities that add up to 1.5", rows("array(0.5D, 1D)", "0"));
    Refused.by(evaluator, "found null or NaN", rows("array(double('nan'), 1D)", "0"));
    Refused.by(evaluator, "input rows: found none", rows(GOOD, "0").limit(0));
  }

  private static String oneHot() {
    return "transform(sequence(0, 2), c -> if(c = id % 3, 1D, 0D))";
  }

  private static Dataset<Row> rows(String probability, String label) {
    return SharedSpark.session()
        .range(0, 120, 1, 3)
        .selectExpr("id", probability + " as probability", label + " as label");
  }
}
