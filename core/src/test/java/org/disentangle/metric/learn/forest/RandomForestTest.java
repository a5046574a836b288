// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.testing.SmallTable;
import org.junit.jupiter.api.Test;

class RandomForestTest {

  private final TrainTest tables = SmallTable.trainTest();
  private final double[][] train = tables.trainCodes();
  private final int[] labels = tables.trainLabels(1);
  private final double[] targets = Arrays.stream(labels).asDoubleStream().toArray();

  @Test
  void importancesAndErrorsAreThoseOfScikitLearn() {
    Weighed<FittedClassifier> classes =
        RandomForest.classification(train, labels, 4, new ForestSettings(50, 4, 1));
    assertArrayEquals(
        new double[] {0.0034, 0.3910, 0.3821, 0.0029, 0.2206}, classes.importance(), 0.03);
    assertEquals(0.829, classes.model().accuracy(tables.testCodes(), tables.testLabels(1)), 0.02);
    Weighed<Regressor> numbers =
        RandomForest.regression(train, targets, new ForestSettings(100, 4, 1));
    assertArrayEquals(
        new double[] {0.0011, 0.7299, 0.2082, 0.0012, 0.0596}, numbers.importance(), 0.04);
    double[][] test = tables.testCodes();
    int[] truth = tables.testLabels(1);
    double squares =
        IntStream.range(0, test.length)
            .mapToDouble(row -> Math.pow(numbers.model().predict(test[row]) - truth[row], 2))
            .average()
            .getAsDouble();
    assertEquals(0.3825, Math.sqrt(squares), 0.006);
  }

  @Test
  void threadsChangeNothingAndSeedsDo() throws Exception {
    ForestSettings settings = new ForestSettings(20, 6, 5);
    double[] parallel = RandomForest.regression(train, targets, settings).importance();
    ForkJoinPool single = new ForkJoinPool(1);
    try {
      assertArrayEquals(
          parallel,
          single
              .submit(() -> RandomForest.regression(train, targets, settings).importance())
              .get());
    } finally {
      single.shutdown();
    }
    double[] other =
        RandomForest.regression(train, targets, new ForestSettings(20, 6, 6)).importance();
    assertTrue(!Arrays.equals(parallel, other));
  }

  @Test
  void twinsShareTheirImportance() {
    double[][] twins =
        Arrays.stream(train).map(row -> new double[] {row[1], row[1]}).toArray(double[][]::new);
    double[] importance =
        RandomForest.classification(twins, labels, 4, new ForestSettings(100, 4, 1)).importance();
    assertEquals(0.5, importance[0], 0.15);
    assertEquals(1.0, importance[0] + importance[1], 1e-12);
  }

  @Test
  void constantFeaturesTeachNothing() {
    double[][] constant = new double[labels.length][2];
    Weighed<FittedClassifier> classes =
        RandomForest.classification(constant, labels, 5, new ForestSettings(200, 6, 1));
    assertArrayEquals(new double[2], classes.importance());
    double[] shares = classes.model().probabilities(constant[0]);
    assertArrayEquals(
        new double[] {319 / 600.0, 145 / 600.0, 92 / 600.0, 44 / 600.0, 0}, shares, 0.01);
    Weighed<Regressor> numbers =
        RandomForest.regression(constant, targets, new ForestSettings(200, 6, 1));
    assertArrayEquals(new double[2], numbers.importance());
    assertEquals(
        Arrays.stream(targets).average().getAsDouble(), numbers.model().predict(constant[0]), 0.02);
  }

  @Test
  void deepTreesReproduceWhatTheyWereGrownOn() {
    double[][] rows = {{1, 0}, {2, 0}, {3, 1}, {4, 1}, {5, 0}};
    int[] classes = {0, 1, 1, 0, 2};
    FittedClassifier forest =
        RandomForest.classification(rows, classes, 3, new ForestSettings(300, 20, 1)).model();
    assertEquals(1.0, forest.accuracy(rows, classes));
    assertEquals(1.0, Arrays.stream(forest.probabilities(rows[2])).sum(), 1e-12);
  }
}
