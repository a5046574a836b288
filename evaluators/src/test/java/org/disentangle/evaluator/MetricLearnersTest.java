// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.Learners;
import org.disentangle.metric.predictability.Explicitness;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.SmallTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Multinomial regression on a table with skewed factors, against scikit-learn's and MLlib's. */
class MetricLearnersTest {

  private final Learners learners = new MetricLearners();
  private final TrainTest tables = SmallTable.trainTest();
  private final double[][] train = tables.standardisedTrainCodes();
  private final double[] first = tables.standardisedTestCodes()[0];

  /** Spark takes over a warning of the linear algebra library, which Java prints otherwise. */
  @BeforeAll
  static void warningsGoToTheLog() {
    SharedSpark.session();
  }

  @Test
  void probabilitiesAreThoseOfScikitLearn() {
    assertArrayEquals(
        new double[] {0.05919451420923325, 0.9408054857907667},
        learners.logistic(train, tables.trainLabels(0), 2).probabilities(first),
        1e-4);
    assertArrayEquals(
        new double[] {0.08068105412, 0.7732873985, 0.1459643787, 6.716858861e-05},
        learners.logistic(train, tables.trainLabels(1), 4).probabilities(first),
        1e-4);
  }

  @Test
  void probabilitiesAreThoseOfMllib() {
    double[][] rows =
        Arrays.stream(train)
            .map(row -> new double[] {row[1], 7, 30 * row[2]})
            .toArray(double[][]::new);
    int[] labels = tables.trainLabels(1);
    StructType schema =
        new StructType()
            .add("label", DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());
    List<Row> table =
        IntStream.range(0, rows.length)
            .mapToObj(row -> RowFactory.create((double) labels[row], Vectors.dense(rows[row])))
            .toList();
    LogisticRegressionModel mllib =
        new LogisticRegression()
            .setFamily("multinomial")
            .setRegParam(1.0 / rows.length)
            .setStandardization(false)
            .setMaxIter(1000)
            .fit(SharedSpark.session().createDataFrame(table, schema).coalesce(1));
    FittedClassifier here = learners.logistic(rows, labels, 4);
    for (double[] row : Arrays.copyOf(rows, 50)) {
      assertArrayEquals(
          mllib.predictProbability(Vectors.dense(row)).toArray(), here.probabilities(row), 1e-9);
    }
  }

  @Test
  void explicitnessIsThatOfScikitLearn() {
    Explicitness.Result result = Explicitness.score(tables, learners);
    assertArrayEquals(new double[] {0.9873813, 0.9437126}, result.trainPerFactor(), 1e-5);
    assertArrayEquals(new double[] {0.9846164, 0.9298138}, result.testPerFactor(), 1e-5);
    assertEquals((0.9846164 + 0.9298138) / 2, result.test(), 1e-5);
  }

  @Test
  void classesWithoutRowsAreNeverPredicted() {
    int[] labels = Arrays.stream(tables.trainLabels(0)).map(label -> 3 * label).toArray();
    assertArrayEquals(
        new double[] {0.05919451, 0, 0, 0.94080549, 0},
        learners.logistic(train, labels, 5).probabilities(first),
        1e-4);
    assertArrayEquals(
        new double[] {1, 0},
        learners.logistic(train, new int[train.length], 2).probabilities(first));
  }
}
