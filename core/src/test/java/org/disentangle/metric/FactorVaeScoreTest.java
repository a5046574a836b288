// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.FactorVaeScore.Settings;
import org.disentangle.metric.FactorVaeScore.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactorVaeScoreTest {

  private static final int[] SIZES = {3, 4, 5, 6};
  private static final int[][] GRID = grid();

  @ParameterizedTest
  @EnumSource(Variant.class)
  void factorsThemselvesInAnyOrderScaleAndSignScoreOne(Variant variant) {
    double[][] codes =
        codes(row -> new double[] {-3.0 * row[2], 1e-3 * row[0], 7 + row[3], -1e6 * row[1]});
    FactorVaeScore.Result result = FactorVaeScore.score(table(codes), variant, Settings.DEFAULT);
    assertEquals(1.0, result.score());
    assertArrayEquals(new int[] {2, 0, 3, 1}, result.votes().majority());
    assertEquals(500, result.votes().total());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void noiseScoresNearChance(Variant variant) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] codes = codes(row -> random.doubles(4).toArray());
    double score = FactorVaeScore.score(table(codes), variant, Settings.DEFAULT).score();
    assertTrue(score > 0.15 && score < 0.42, () -> "score " + score);
  }

  @Test
  void factorsTakeTurns() {
    VoteTable votes =
        FactorVaeScore.score(
                table(codes(row -> new double[] {row[0]})), Variant.INFOGAN_CR, Settings.DEFAULT)
            .votes();
    assertArrayEquals(new int[] {125, 125, 125, 125}, votes.votes()[0]);
  }

  @Test
  void revisedCountsNoMoreCodesThanFactors() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] codes =
        codes(
            row -> {
              double[] twice = new double[8];
              Arrays.setAll(twice, i -> row[i % 4] + 0.3 * random.nextDouble());
              return twice;
            });
    double plain = FactorVaeScore.score(table(codes), Variant.INFOGAN_CR, Settings.DEFAULT).score();
    double revised =
        FactorVaeScore.score(table(codes), Variant.INFOGAN_CR_REVISED, Settings.DEFAULT).score();
    assertTrue(
        plain > 0.95 && revised < 0.8,
        () -> String.format(Locale.ROOT, "plain %s, revised %s", plain, revised));
  }

  @Test
  void rowOrderPlaysNoPartInCanonicalOrder() {
    SplittableRandom random = new SplittableRandom(9);
    double[][] codes = codes(row -> new double[] {row[0] + random.nextDouble(), row[1] * row[2]});
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < GRID.length; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    double[][] shuffledCodes = order.stream().map(i -> codes[i]).toArray(double[][]::new);
    int[][] shuffledFactors = order.stream().map(i -> GRID[i]).toArray(int[][]::new);
    assertArrayEquals(
        FactorVaeScore.score(table(codes).canonical(), Variant.PAPER, Settings.DEFAULT)
            .votes()
            .votes(),
        FactorVaeScore.score(
                LabelledCodes.of(shuffledCodes, shuffledFactors).canonical(),
                Variant.PAPER,
                Settings.DEFAULT)
            .votes()
            .votes());
  }

  @Test
  void anotherSeedGivesOtherVotes() {
    SplittableRandom random = new SplittableRandom(9);
    LabelledCodes table = table(codes(row -> random.doubles(4).toArray()));
    int[][] one =
        FactorVaeScore.score(table, Variant.PAPER, new Settings(500, 10, 0, 1)).votes().votes();
    int[][] two =
        FactorVaeScore.score(table, Variant.PAPER, new Settings(500, 10, 0, 2)).votes().votes();
    assertTrue(!Arrays.deepEquals(one, two));
  }

  @Test
  void constantAndNarrowCodesArePruned() {
    double[][] codes =
        codes(row -> new double[] {0.1, row[0], row[1], 1e-6 * row[0], row[2], row[3]});
    FactorVaeScore.Result all =
        FactorVaeScore.score(table(codes), Variant.INFOGAN_CR, new Settings(400, 50, 0, 1));
    assertEquals(List.of(0), all.prunedCodes());
    FactorVaeScore.Result wide =
        FactorVaeScore.score(table(codes), Variant.INFOGAN_CR, new Settings(400, 50, 0.05, 1));
    assertEquals(List.of(0, 3), wide.prunedCodes());
    assertEquals(1.0, wide.score());
  }

  @Test
  void onlyConstantCodesScoreZero() {
    FactorVaeScore.Result result =
        FactorVaeScore.score(
            table(codes(row -> new double[] {1, -2})), Variant.HELD_OUT, Settings.DEFAULT);
    assertEquals(0.0, result.score());
    assertEquals(0, result.votes().total());
  }

  @Test
  void fiveRowsAreEnoughIfValuesAreShared() {
    double[][] codes = {{0, 5}, {0, 6}, {1, 5}, {1, 6}, {1, 5}};
    int[][] factors = {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 0}};
    assertEquals(
        1.0,
        FactorVaeScore.score(LabelledCodes.of(codes, factors), Variant.PAPER, Settings.DEFAULT)
            .score());
  }

  @Test
  void whatCannotBeScoredIsRefused() {
    double[][] codes = {{0}, {1}, {2}};
    refused("one value in all rows", codes, new int[][] {{4}, {4}, {4}});
    refused("a different value in each of 3 rows", codes, new int[][] {{1}, {2}, {3}});
    refused("NaN in row 1", new double[][] {{0}, {Double.NaN}, {2}}, new int[][] {{1}, {1}, {2}});
    refused("0 values in row 1", new double[][] {{0}, {}, {2}}, new int[][] {{1}, {1}, {2}});
    refused("3 rows of codes and 2 of factors", codes, new int[][] {{1}, {1}});
    assertThrows(IllegalArgumentException.class, () -> new Settings(1, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Settings(1, 2, Double.NaN, 0));
  }

  @Test
  void wholeDspritesGridTakesSeconds() {
    int[] sizes = {3, 6, 40, 32, 32};
    int rows = 737_280;
    double[] factors = new double[rows * 5];
    double[] codes = new double[rows * 10];
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < rows; row++) {
      int rest = row;
      for (int k = 0; k < 5; k++) {
        factors[row * 5 + k] = rest % sizes[k];
        codes[row * 10 + k] = rest % sizes[k] + random.nextDouble();
        codes[row * 10 + 5 + k] = random.nextDouble();
        rest /= sizes[k];
      }
    }
    assertTimeout(
        Duration.ofSeconds(30),
        () ->
            FactorVaeScore.score(
                new LabelledCodes(10, codes, 5, factors), Variant.INFOGAN_CR, Settings.DEFAULT));
  }

  private static void refused(String found, double[][] codes, int[][] factors) {
    InvalidInputException error =
        assertThrows(
            InvalidInputException.class,
            () ->
                FactorVaeScore.score(
                    LabelledCodes.of(codes, factors), Variant.INFOGAN_CR, Settings.DEFAULT));
    assertTrue(error.getMessage().contains("found " + found), error.getMessage());
  }

  private static LabelledCodes table(double[][] codes) {
    return LabelledCodes.of(codes, GRID);
  }

  private interface Encoder {
    double[] encode(int[] factors);
  }

  private static double[][] codes(Encoder encoder) {
    return Arrays.stream(GRID).map(encoder::encode).toArray(double[][]::new);
  }

  private static int[][] grid() {
    int rows = Arrays.stream(SIZES).reduce(5, (a, b) -> a * b);
    IntFunction<int[]> factors =
        row -> {
          int[] values = new int[SIZES.length];
          int rest = row;
          for (int k = 0; k < values.length; k++) {
            values[k] = rest % SIZES[k];
            rest /= SIZES[k];
          }
          return values;
        };
    return IntStream.range(0, rows).mapToObj(factors).toArray(int[][]::new);
  }
}
