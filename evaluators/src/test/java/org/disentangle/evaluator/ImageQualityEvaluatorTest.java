// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.image.ClassProbabilities;
import org.disentangle.metric.image.ClassifierConfidence;
import org.disentangle.metric.image.InceptionScore;
import org.disentangle.metric.image.ReverseKl;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageQualityEvaluatorTest {

  private static final String UNEVEN =
      "array(1 / (2 + id % 7D), 0.5 - 1 / (2 + id % 7D) * 0.5, 0.5 - 1 / (2 + id % 7D) * 0.5)";

  private final ImageQualityEvaluator evaluator = new ImageQualityEvaluator("eval_1");

  @TempDir Path folder;

  @Test
  void keepsTheContractOfStages() {
    SharedSpark.session();
    StageContract.check(
        new ImageQualityEvaluator().setMetricName("confidence").setProbabilityCol("p"), folder);
    assertEquals("inception_score", evaluator.getMetricName());
    assertThrows(InvalidInputException.class, () -> evaluator.setMetricName("inceptionScore"));
  }

  @Test
  void betterIsWhatEachScoreSays() {
    assertTrue(evaluator.isLargerBetter());
    assertFalse(evaluator.setMetricName("reverse_kl").isLargerBetter());
    assertTrue(evaluator.setMetricName("confidence").isLargerBetter());
  }

  @Test
  void sureImagesOfAllClassesAreBest() {
    Dataset<Row> rows = rows("transform(sequence(0, 3), c -> if(c = id % 4, 1D, 0D))");
    assertEquals(4, evaluator.evaluate(rows), 1e-12);
    assertEquals(0, evaluator.setMetricName("reverse_kl").evaluate(rows));
    assertEquals(1, evaluator.setMetricName("confidence").evaluate(rows));
  }

  @Test
  void reportHoldsAllScores() {
    Dataset<Row> rows = rows("array(if(id < 30, 0.75D, 0.25D), if(id < 30, 0.25D, 0.75D))");
    ImageQualityEvaluator.Report report = evaluator.report(rows);
    assertEquals(evaluator.evaluate(rows), report.inceptionScore().score());
    assertEquals(2, report.inceptionScore().maximum());
    assertArrayEquals(new int[] {30, 90}, report.reverseKl().counts());
    assertEquals(
        .25 * Math.log(.5) + .75 * Math.log(1.5),
        evaluator.setMetricName("reverse_kl").evaluate(rows),
        1e-14);
    assertEquals(.75, report.confidence());
  }

  @Test
  void rowOrderAndPartitionsPlayNoPart() {
    Dataset<Row> rows = rows(UNEVEN);
    for (String metric : evaluator.metricNames()) {
      evaluator.setMetricName(metric);
      double score = evaluator.evaluate(rows);
      assertEquals(score, evaluator.evaluate(rows.repartition(7)));
      assertEquals(score, evaluator.evaluate(rows.orderBy(rows.col("id").desc()).coalesce(1)));
    }
  }

  @Test
  void probabilitiesMayBeFloatsDoublesOrVectors() {
    Dataset<Row> doubles = rows("array(0.25D, if(id % 2 = 0, 0.75D, 0.5D), (id % 2) / 4D)");
    double score = evaluator.evaluate(doubles);
    assertEquals(
        score,
        evaluator.evaluate(
            doubles.withColumn("probability", doubles.col("probability").cast("array<float>"))));
    assertEquals(
        score,
        evaluator.evaluate(
            doubles.withColumn(
                "probability", functions.array_to_vector(doubles.col("probability")))));
    assertEquals(
        score,
        evaluator
            .setProbabilityCol("class.p")
            .evaluate(doubles.withColumnRenamed("probability", "class.p")));
  }

  @Test
  void takesWhatASparkClassifierWrites() {
    LogisticRegressionModel classifier = new LogisticRegression().setMaxIter(5).fit(labelled());
    Dataset<Row> judged = classifier.transform(labelled());
    double[][] probabilities =
        judged.select("probability").collectAsList().stream()
            .map(row -> ((Vector) row.get(0)).toArray())
            .toArray(double[][]::new);
    ClassProbabilities images = ClassProbabilities.of(probabilities);
    ImageQualityEvaluator.Report report = evaluator.report(judged);
    assertEquals(InceptionScore.of(images), report.inceptionScore());
    assertEquals(ReverseKl.of(images).divergence(), report.reverseKl().divergence());
    assertEquals(ClassifierConfidence.of(images), report.confidence());
    assertTrue(report.inceptionScore().score() > 1.5, "three classes, well apart");
    evaluator.setProbabilityCol("rawPrediction");
    Refused.by(evaluator, "column 'rawPrediction': found ", judged);
  }

  @Test
  void worksInTuning() {
    LogisticRegression classifier = new LogisticRegression().setMaxIter(5);
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(classifier.regParam(), new double[] {10, 0.01}).build();
    double[] scores =
        new TrainValidationSplit()
            .setEstimator(classifier)
            .setEvaluator(evaluator)
            .setEstimatorParamMaps(grid)
            .setSeed(3)
            .fit(labelled())
            .validationMetrics();
    assertTrue(scores[1] > scores[0] + 0.5, "weights held near 0 leave the classifier unsure");
    LogisticRegressionModel best =
        (LogisticRegressionModel)
            new CrossValidator()
                .setEstimator(classifier)
                .setEvaluator(evaluator.setMetricName("confidence"))
                .setEstimatorParamMaps(grid)
                .setNumFolds(2)
                .setParallelism(2)
                .fit(labelled())
                .bestModel();
    assertEquals(0.01, best.getRegParam());
  }

  @Test
  void wrongColumnsAreRefused() {
    Refused.by(
        evaluator,
        "Did you mean 'probabilities'?",
        rows(UNEVEN).withColumnRenamed("probability", "probabilities"));
    Refused.by(evaluator, "column 'probability': found type double", rows("0.5D"));
  }

  @Test
  void unusableValuesAreRefused() {
    Refused.by(evaluator, "found null or NaN", rows("array(if(id = 5, double('nan'), 1D))"));
    Refused.by(evaluator, "found null or NaN", rows("array(if(id = 5, null, 1D))"));
    Refused.by(evaluator, "found Infinity", rows("array(if(id = 5, double('inf'), 1D))"));
    Refused.by(evaluator, "rows of 1 and of 0 values", rows("if(id = 119, null, array(1D))"));
    Refused.by(
        evaluator, "rows of 1 and of 2 values", rows("if(id = 119, array(1D, 0D), array(1D))"));
    Refused.by(evaluator, "input rows: found none", rows(UNEVEN).limit(0));
    Refused.by(
        evaluator,
        "column 'probability': found -0.5 as the probability of class 1 in row 5",
        rows("if(id = 5, array(1.5D, -0.5D), array(1D, 0D))").coalesce(1));
    Refused.by(evaluator, "probabilities that add up to 1.5", rows("array(0.5D, 1D)"));
  }

  private static Dataset<Row> rows(String probability) {
    return SharedSpark.session()
        .range(0, 120, 1, 3)
        .selectExpr("id", probability + " as probability");
  }

  private static Dataset<Row> labelled() {
    Dataset<Row> rows =
        SharedSpark.session()
            .range(0, 90, 1, 2)
            .selectExpr(
                "double(id % 3) as label",
                "array(if(id % 3 = 0, 2D, 0D) + xxhash64(id) % 100 / 400D, if(id % 3 = 1, 2D, 0D)) as x");
    return rows.select(rows.col("label"), functions.array_to_vector(rows.col("x")).as("features"));
  }
}
