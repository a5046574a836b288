// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.testing.PlainLearners;
import org.disentangle.testing.SmallTable;
import org.junit.jupiter.api.Test;

class PredictabilityTest {

  @Test
  void sapOfSkewedFactorsIsThatOfScikitLearn() {
    double[][] accuracies = {
      {274 / 300.0, 169 / 300.0},
      {238 / 300.0, 194 / 300.0},
      {241 / 300.0, 180 / 300.0},
      {238 / 300.0, 169 / 300.0},
      {260 / 300.0, 173 / 300.0}
    };
    SapDiscrete.Result result = SapDiscrete.score(SmallTable.trainTest());
    for (int code = 0; code < accuracies.length; code++) {
      assertArrayEquals(accuracies[code], result.matrix()[code], 1e-12, "code " + code);
    }
    assertEquals(14 / 300.0, result.score(), 1e-12);
    assertArrayEquals(new int[] {0, 1}, result.bestCode());
    assertEquals(
        0.008333333333333304, SapMixed.score(SmallTable.trainTest().train(), 0, 1).score(), 1e-12);
  }

  @Test
  void explicitnessOfSkewedFactorsIsThatOfScikitLearn() {
    Explicitness.Result one = ExplicitnessOneVsRest.score(SmallTable.trainTest());
    assertArrayEquals(new double[] {0.9869394, 0.9045184}, one.trainPerFactor(), 1e-5);
    assertArrayEquals(new double[] {0.9850230, 0.9044353}, one.testPerFactor(), 1e-5);
  }

  @Test
  void sapOfOneCodeIsItsAccuracyAndOfTwinsZero() {
    LabelledCodes single = table(row -> new double[] {sign(row)});
    assertEquals(1.0, SapDiscrete.score(new TrainTest(single, single)).score());
    assertEquals(1.0, SapMixed.score(single, 0).score());
    LabelledCodes twins = table(row -> new double[] {sign(row), sign(row)});
    assertEquals(0.0, SapDiscrete.score(new TrainTest(twins, twins)).score());
  }

  @Test
  void constantCodesPredictOneValueAndCountAsNothingInTheMixedScore() {
    LabelledCodes table = table(row -> new double[] {sign(row), 0.1});
    double[] constant = SapDiscrete.score(new TrainTest(table, table)).matrix()[1];
    assertArrayEquals(new double[] {0.5}, constant, 1e-12);
    assertEquals(1.0, SapMixed.score(table, 0).score());
  }

  @Test
  void onlyConstantCodesAreHalfExplicit() {
    LabelledCodes table = table(row -> new double[] {0.1, -4});
    TrainTest tables = new TrainTest(table, table);
    assertEquals(0.5, ExplicitnessOneVsRest.score(tables).train());
    assertEquals(0.5, Explicitness.score(tables, new PlainLearners()).test());
  }

  @Test
  void fiveRowsAreEnough() {
    LabelledCodes table =
        LabelledCodes.of(
            new double[][] {{0}, {1}, {2}, {8}, {9}}, new int[][] {{0}, {0}, {0}, {1}, {1}});
    TrainTest tables = new TrainTest(table, table);
    assertEquals(1.0, ExplicitnessOneVsRest.score(tables).test());
    assertEquals(1.0, Explicitness.score(tables, new PlainLearners()).test());
    assertTrue(SapDiscrete.score(tables).score() >= 0.6);
  }

  @Test
  void valuesThatOnlyTestRowsHaveAreNeverRight() {
    LabelledCodes train =
        LabelledCodes.of(new double[][] {{0}, {1}, {0}, {1}}, new int[][] {{0}, {1}, {0}, {1}});
    LabelledCodes test =
        LabelledCodes.of(new double[][] {{0}, {1}, {0}, {1}}, new int[][] {{0}, {1}, {2}, {2}});
    TrainTest tables = new TrainTest(train, test);
    assertTrue(SapDiscrete.score(tables).score() <= 0.5);
    assertEquals(5 / 6.0, Explicitness.score(tables, new PlainLearners()).test(), 1e-12);
  }

  @Test
  void whatCannotBeScoredIsRefused() {
    LabelledCodes train = table(row -> new double[] {sign(row)});
    LabelledCodes oneValue = LabelledCodes.of(new double[][] {{0}, {1}}, new int[][] {{1}, {1}});
    TrainTest tables = new TrainTest(train, oneValue);
    assertThrows(IllegalArgumentException.class, () -> ExplicitnessOneVsRest.score(tables));
    assertThrows(IllegalArgumentException.class, () -> SapMixed.score(train, 1));
    assertThrows(IllegalArgumentException.class, () -> SapMixed.score(oneValue));
  }

  @Test
  void areaCountsTiesHalf() {
    assertEquals(0.5, RocAuc.of(new double[] {1, 1}, new double[] {1}));
    assertEquals(1.0, RocAuc.of(new double[] {2, 3}, new double[] {1, 0}));
    assertEquals(0.0, RocAuc.of(new double[] {0}, new double[] {1, 2}));
    assertEquals(7.5 / 12, RocAuc.of(new double[] {1, 2, 4}, new double[] {1, 3, 1, 2}), 1e-15);
    double[][] halves = {{0.5, 0.5}, {0.2, 0.8}, {0.9, 0.1}};
    assertEquals(0.5, RocAuc.meanOverClasses(halves, new int[] {0, 1, 1}));
  }

  @Test
  void hundredClassesTakeSeconds() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] codes = new double[10_000][14];
    int[][] factors = new int[codes.length][1];
    for (int row = 0; row < codes.length; row++) {
      factors[row][0] = random.nextInt(113);
      for (int code = 0; code < 14; code++) {
        codes[row][code] = code * factors[row][0] + 50 * random.nextDouble();
      }
    }
    LabelledCodes table = LabelledCodes.of(codes, factors);
    assertTimeout(Duration.ofSeconds(20), () -> SapDiscrete.score(new TrainTest(table, table)));
  }

  private interface Encoder {
    double[] encode(int row);
  }

  private static double sign(int row) {
    return row % 2 == 0 ? -1 : 1;
  }

  /** 60 rows of one factor with two equally frequent values. */
  private static LabelledCodes table(Encoder encoder) {
    return LabelledCodes.of(
        IntStream.range(0, 60).mapToObj(encoder::encode).toArray(double[][]::new),
        IntStream.range(0, 60).mapToObj(row -> new int[] {row % 2}).toArray(int[][]::new));
  }
}
