// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.metric.learn.boosting.GradientBoosting.Settings;
import org.junit.jupiter.api.Test;

/**
 * Gradient boosting gives the probabilities of scikit-learn 1.2.1. Importances agree up to what
 * scikit-learn itself varies by from seed to seed.
 */
class GradientBoostingTest {

  /** Makes one row of features and its label from three or four numbers in [0, 1). */
  @FunctionalInterface
  private interface Recipe {
    double[] row(double[] u);
  }

  /** Rows of features, each with its label behind them, from a linear congruential generator. */
  private static final class Table {

    private final double[][] features = new double[300][];
    private final int[] labels = new int[300];
    private long state;

    Table(int seed, int numbers, Recipe recipe) {
      state = seed;
      for (int row = 0; row < labels.length; row++) {
        double[] u = new double[numbers];
        Arrays.setAll(u, i -> next());
        double[] made = recipe.row(u);
        features[row] = Arrays.copyOf(made, made.length - 1);
        labels[row] = (int) made[made.length - 1];
      }
    }

    private double next() {
      state = (state * 1103515245 + 12345) % (1L << 31);
      return (double) state / (1L << 31);
    }

    Weighed<FittedClassifier> fit() {
      return GradientBoosting.fit(features, labels, Arrays.stream(labels).max().getAsInt() + 1);
    }

    void check(double sumOfSquares, double[] firstRow, double[] importance, double tolerance) {
      Weighed<FittedClassifier> fitted = fit();
      double sum = 0;
      for (double[] row : features) {
        for (double probability : fitted.model().probabilities(row)) {
          sum += probability * probability;
        }
      }
      assertEquals(sumOfSquares, sum, 1e-9);
      assertArrayEquals(firstRow, fitted.model().probabilities(features[0]), 1e-12);
      assertArrayEquals(importance, fitted.importance(), tolerance);
    }
  }

  private static Table threeClasses() {
    return new Table(
        2,
        4,
        u -> {
          int label = (int) ((3 * u[0] + 2 * u[1] * u[1] + u[3]) / 2);
          return new double[] {u[0], u[1], u[2], label};
        });
  }

  private static Table withDuplicate() {
    return new Table(
        5, 3, u -> new double[] {u[0], u[1], u[0], u[0] + 0.3 * u[1] + 0.2 * u[2] > 0.8 ? 1 : 0});
  }

  @Test
  void twoClasses() {
    new Table(
            1,
            4,
            u -> new double[] {u[0], u[1], u[2], u[0] + u[1] * u[2] + 0.3 * u[3] > 0.9 ? 1 : 0})
        .check(
            289.0776559910503,
            new double[] {0.9939591832979612, 0.006040816702038838},
            new double[] {0.5729032, 0.22326768, 0.20382913},
            3e-3);
  }

  @Test
  void moreClasses() {
    threeClasses()
        .check(
            281.09371518120565,
            new double[] {0.9856275197888453, 0.013629930387728913, 0.0007425498234258002},
            new double[] {0.5012531, 0.4501136, 0.04863329},
            5e-3);
  }

  @Test
  void integerFeaturesWithManyEqualValues() {
    new Table(
            3,
            4,
            u -> {
              int[] digits = {(int) (5 * u[0]), (int) (5 * u[1]), (int) (5 * u[2])};
              int label = (digits[0] * digits[1] + (int) (2 * u[3])) % 3;
              return new double[] {digits[0], digits[1], digits[2], label};
            })
        .check(
            157.08287007519488,
            new double[] {0.2241747919423912, 0.3457309839651179, 0.4300942240924909},
            new double[] {0.4397254717603939, 0.38020003317217277, 0.18007449506743325},
            1e-12);
  }

  @Test
  void neighboursWithin1e7AreNotParted() {
    new Table(
            4,
            4,
            u -> {
              int label = u[0] + u[1] + 0.3 * u[3] > 1.1 ? 1 : 0;
              return new double[] {u[0] * 2e-5, u[1] * 2e-5, u[2] * 2e-5, label};
            })
        .check(
            283.40506165278396,
            new double[] {0.9851717207475287, 0.014828279252471313},
            new double[] {0.43414777, 0.55086895, 0.01498328},
            4e-3);
  }

  @Test
  void duplicateFeaturesShareTheirImportance() {
    Weighed<FittedClassifier> fitted = withDuplicate().fit();
    double[] importance = fitted.importance();
    assertEquals(0.8369, importance[0] + importance[2], 5e-3);
    assertTrue(Math.min(importance[0], importance[2]) > 0.1, Arrays.toString(importance));
    assertArrayEquals(
        new double[] {0.985960728830657, 0.014039271169343042},
        fitted.model().probabilities(withDuplicate().features[0]),
        1e-12);
  }

  @Test
  void seedDecidesBetweenEqualSplits() {
    Table table = withDuplicate();
    double[] other =
        GradientBoosting.fit(table.features, table.labels, 2, new Settings(100, 0.1, 3, 7))
            .importance();
    assertNotEquals(table.fit().importance()[0], other[0], 1e-6);
  }

  @Test
  void threadsDoNotChangeABit() throws Exception {
    Weighed<FittedClassifier> one = fitOn(1);
    Weighed<FittedClassifier> two = fitOn(2);
    assertArrayEquals(one.importance(), two.importance());
    for (double[] row : threeClasses().features) {
      assertArrayEquals(one.model().probabilities(row), two.model().probabilities(row));
    }
  }

  private static Weighed<FittedClassifier> fitOn(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> threeClasses().fit()).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void constantFeaturesGiveTheSharesOfTheClasses() {
    double[][] constant = {{0.1, 5}, {0.1, 5}, {0.1, 5}, {0.1, 5}};
    Weighed<FittedClassifier> fitted = GradientBoosting.fit(constant, new int[] {0, 1, 1, 2}, 3);
    assertArrayEquals(new double[2], fitted.importance());
    assertArrayEquals(
        new double[] {0.25, 0.5, 0.25}, fitted.model().probabilities(constant[0]), 1e-6);
  }

  @Test
  void classesWithoutRowsAreImprobable() {
    double[][] features = {{1}, {2}, {3}, {4}, {5}};
    FittedClassifier model = GradientBoosting.fit(features, new int[] {0, 0, 3, 3, 3}, 4).model();
    assertEquals(0, model.predict(new double[] {1.5}));
    assertEquals(3, model.predict(new double[] {9}));
    assertTrue(model.probabilities(new double[] {9})[2] < 1e-6);
  }

  @Test
  void labelsThatAreNoClassAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> GradientBoosting.fit(new double[][] {{1}, {2}}, new int[] {0, -1}, 2))
            .getMessage();
    assertTrue(message.startsWith("label: found -1; expected 0 to 1"), message);
    assertThrows(IllegalArgumentException.class, () -> new Settings(0, 0.1, 3, 1));
  }
}
