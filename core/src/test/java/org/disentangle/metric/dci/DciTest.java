// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Learners;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.metric.learn.boosting.GradientBoosting;
import org.junit.jupiter.api.Test;

/** What each kind of DCI hands to its models and makes of their answers. */
class DciTest {

  /**
   * "Forests" that know the answer: the last feature, standardised, is the target, and its sign
   * says the class.
   */
  private static final class LastFeature implements Learners {

    private final List<ForestSettings> asked = new ArrayList<>();
    private int numFeatures;

    @Override
    public FittedClassifier logistic(double[][] features, int[] labels, int numClasses) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Weighed<Regressor> forest(
        double[][] features, double[] target, ForestSettings settings) {
      return weighed(features, settings, row -> row[row.length - 1]);
    }

    @Override
    public Weighed<FittedClassifier> forest(
        double[][] features, int[] labels, int numClasses, ForestSettings settings) {
      return weighed(
          features,
          settings,
          row -> row[row.length - 1] > 0 ? new double[] {0, 1} : new double[] {1, 0});
    }

    private <M> Weighed<M> weighed(double[][] features, ForestSettings settings, M model) {
      asked.add(settings);
      numFeatures = features[0].length;
      double[] importance = new double[numFeatures];
      importance[numFeatures - 1] = 1;
      return new Weighed<>(model, importance);
    }
  }

  /** Code 0 is constant, code 1 noise, code 2 the first factor; the second factor is its twin. */
  private static LabelledCodes table(int rows, int shift) {
    SplittableRandom random = new SplittableRandom(rows);
    double[][] codes = new double[rows][];
    int[][] factors = new int[rows][];
    for (int row = 0; row < rows; row++) {
      codes[row] = new double[] {0.1, random.nextDouble(), 5 * (row % 2)};
      factors[row] = new int[] {row % 2, 3 * (row % 2) + shift};
    }
    return LabelledCodes.of(codes, factors);
  }

  private static LabelledCodes constant(int rows) {
    double[][] codes = new double[rows][2];
    int[][] factors = new int[rows][];
    Arrays.setAll(factors, row -> new int[] {row % 2, row % 3});
    return LabelledCodes.of(codes, factors);
  }

  @Test
  void forestRegressorUsesADepthAFactorAndVaryingCodes() {
    LastFeature learners = new LastFeature();
    RegressorDci dci =
        DciForestRegressor.score(
            table(40, 0),
            table(20, 1),
            learners,
            new DciForestRegressor.Settings(7, List.of(4, 2), 9));
    assertEquals(List.of(new ForestSettings(7, 4, 9), new ForestSettings(7, 2, 9)), learners.asked);
    assertEquals(List.of(1, 2), dci.codes());
    assertArrayEquals(new double[][] {{0, 0}, {1, 1}}, dci.scores().importance().importance());
    assertEquals(1, dci.scores().completeness(), 1e-9);
    assertEquals(0, dci.scores().disentanglement(), 1e-9);
    double shiftInStds = 1 / 1.5;
    assertArrayEquals(new double[] {0, shiftInStds}, dci.testError(), 1e-12);
    assertEquals(shiftInStds / 2, dci.nrmseTest(), 1e-12);
  }

  @Test
  void forestRegressorRefusesDepthsOfAnotherDataSet() {
    DciForestRegressor.Settings settings =
        new DciForestRegressor.Settings(1, List.of(4, 5, 2, 5, 5), 0);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    DciForestRegressor.score(
                        table(40, 0), table(20, 0), new LastFeature(), settings))
            .getMessage();
    assertTrue(
        message.startsWith("depths: found 5; expected 1, or one for each of the 2"), message);
  }

  @Test
  void forestClassifierCountsUnknownValuesAsWrong() {
    LastFeature learners = new LastFeature();
    ClassifierDci dci =
        DciForestClassifier.score(
            table(40, 0), table(20, 1), learners, DciForestClassifier.DEFAULT);
    assertEquals(2, learners.numFeatures);
    assertEquals(List.of(1, 2), dci.codes());
    assertArrayEquals(new double[] {1, 1}, dci.trainAccuracy());
    assertArrayEquals(new double[] {1, 0}, dci.testAccuracy());
    assertEquals(0.5, dci.informativenessTest());
  }

  @Test
  void collapsedCodesScoreZero() {
    LabelledCodes table = constant(12);
    ClassifierDci boosted = DciGbt.score(table, table, GradientBoosting.Settings.DEFAULT);
    assertEquals(0, boosted.scores().disentanglement(), 1e-9);
    assertEquals(0, boosted.scores().completeness(), 1e-9);
    assertEquals((1 / 2.0 + 1 / 3.0) / 2, boosted.informativenessTrain(), 1e-12);
    RegressorDci linear = DciLasso.score(table, table, DciLasso.DEFAULT_ALPHA);
    assertEquals(0, linear.scores().disentanglement());
    assertEquals(0, linear.scores().completeness());
    assertEquals(1, linear.nrmseTest(), 1e-12);
  }

  @Test
  void lassoShrinksTheOneCoefficient() {
    RegressorDci dci = DciLasso.score(table(40, 0), table(20, 0), 0.02);
    assertEquals(0.98, dci.scores().importance().importance()[1][0], 1e-6);
    assertEquals(0.02, dci.nrmseTest(), 1e-6);
    assertThrows(
        IllegalArgumentException.class, () -> DciLasso.score(table(9, 0), table(9, 0), -1));
  }

  @Test
  void boostedTreesScoreFiveRows() {
    ClassifierDci dci = DciGbt.score(table(5, 0), table(5, 0), GradientBoosting.Settings.DEFAULT);
    assertEquals(List.of(0, 1, 2), dci.codes());
    assertEquals(1, dci.informativenessTest());
    assertEquals(0, dci.scores().importance().importance()[0][0]);
    assertTrue(dci.scores().disentanglement() >= 0 && dci.scores().completeness() <= 1);
  }
}
