// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.metric.BetaVaeScore.Points;
import org.disentangle.metric.BetaVaeScore.Settings;
import org.disentangle.metric.BetaVaeScore.Variant;
import org.disentangle.metric.learn.OneVsRestLogistic;
import org.disentangle.testing.PlainLearners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BetaVaeScoreTest {

  private static final int ROWS = 960;
  private static final Settings SETTINGS = new Settings(600, 20, 3);

  private interface Encoder {
    double[] encode(int[] factors);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void factorsThemselvesScoreOneAndNoiseNearChance(Variant variant) {
    assertEquals(1.0, score(variant, v -> new double[] {-v[1], 0.5, 0.3 * v[2], v[0]}));
    SplittableRandom random = new SplittableRandom(4);
    double chance = score(variant, v -> random.doubles(3).toArray());
    assertTrue(chance > 0.25 && chance < 0.45, () -> "score " + chance);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void onlyConstantCodesScoreTheLargestShare(Variant variant) {
    double score = score(variant, v -> new double[] {7});
    assertEquals(1 / 3.0, score, 0.05);
  }

  @Test
  void factorsTakeTurnsOrNot() {
    LabelledCodes table = table(v -> new double[] {v[0], v[1], v[2]});
    Points inTurn =
        BetaVaeScore.score(table, Variant.INFOGAN_CR, SETTINGS, OneVsRestLogistic::fit).points();
    assertArrayEquals(IntStream.range(0, 600).map(i -> i % 3).toArray(), inTurn.factors());
    for (int point = 0; point < 600; point++) {
      assertEquals(0, inTurn.features()[point][inTurn.factors()[point]]);
    }
    Points random =
        BetaVaeScore.score(table, Variant.LIBRARY, SETTINGS, OneVsRestLogistic::fit).points();
    assertTrue(!Arrays.equals(inTurn.factors(), random.factors()));
    for (int point = 0; point < 600; point++) {
      assertEquals(0, random.features()[point][random.factors()[point]]);
    }
  }

  @Test
  void pairsHaveTheDistancesOfAllPairsThatShareAValue() {
    LabelledCodes table = table(v -> new double[] {v[1], v[2]});
    Points points =
        BetaVaeScore.score(
                table, Variant.LIBRARY, new Settings(3000, 64, 1), OneVsRestLogistic::fit)
            .points();
    double mean =
        IntStream.range(0, 3000)
            .filter(point -> points.factors()[point] == 0)
            .mapToDouble(point -> points.features()[point][0])
            .average()
            .getAsDouble();
    // 4 values, 1/16 of all pairs at distance 3, 2/8 at 2, 3/8 at 1; no row meets itself
    assertEquals(1.25 * 320 / 319, mean, 0.01);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void sameSeedSamePoints(Variant variant) {
    LabelledCodes table = table(v -> new double[] {v[0] * v[1], v[2]});
    double[] features = points(table, variant, 3).features()[5];
    assertArrayEquals(features, points(table, variant, 3).features()[5]);
    assertTrue(!Arrays.equals(features, points(table, variant, 4).features()[5]));
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void oneFactorScoresOneAndFiveRowsAreEnough(Variant variant) {
    LabelledCodes table =
        LabelledCodes.of(
            new double[][] {{0}, {1}, {2}, {3}, {4}}, new int[][] {{0}, {0}, {1}, {1}, {2}});
    assertEquals(
        1.0, BetaVaeScore.score(table, variant, SETTINGS, new PlainLearners()::logistic).score());
  }

  @Test
  void oddRowsOfAGroupAreLeft() {
    assertArrayEquals(
        new double[] {2, 5},
        BetaVaeScore.consecutivePairs(new double[][] {{1, 0}, {3, 5}, {9, 9}}));
  }

  @Test
  void whatCannotBeScoredIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Settings(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Settings(1, 0, 1));
    LabelledCodes constant = LabelledCodes.of(new double[][] {{0}, {1}}, new int[][] {{1}, {1}});
    assertThrows(
        IllegalArgumentException.class,
        () -> BetaVaeScore.score(constant, Variant.LIBRARY, SETTINGS, OneVsRestLogistic::fit));
  }

  private static Points points(LabelledCodes table, Variant variant, long seed) {
    return BetaVaeScore.score(table, variant, new Settings(20, 5, seed), OneVsRestLogistic::fit)
        .points();
  }

  private static double score(Variant variant, Encoder encoder) {
    return BetaVaeScore.score(table(encoder), variant, SETTINGS, OneVsRestLogistic::fit).score();
  }

  private static LabelledCodes table(Encoder encoder) {
    int[][] factors =
        IntStream.range(0, ROWS)
            .mapToObj(row -> new int[] {row % 3, row / 3 % 4, row / 12 % 5})
            .toArray(int[][]::new);
    return LabelledCodes.of(
        Arrays.stream(factors).map(encoder::encode).toArray(double[][]::new), factors);
  }
}
