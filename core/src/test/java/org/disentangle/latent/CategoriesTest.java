// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Categorical codes: draws, the form networks take, rules, and contrastive pairs. */
class CategoriesTest {

  /** Two categorical codes, two continuous ones, two noise values. */
  private static final LatentSpace SPACE = new LatentSpace(4, 2, Prior.UNIFORM, List.of(3, 5));

  @Test
  void sizesCountCodesAndWidthsCountCategories() {
    assertEquals(6, SPACE.size());
    assertEquals(2, SPACE.numContinuous());
    assertEquals(3 + 5 + 2, SPACE.codeWidth());
    assertEquals(3 + 5 + 2 + 2, SPACE.inputSize());
    assertEquals(
        "4 values: a whole number from 0 to 2, then a whole number from 0 to 4, then from -1.0 to 1.0",
        SPACE.codeRanges());
  }

  @Test
  void categoriesAreEquallyFrequent() {
    int rows = 30_000;
    float[] latents = SPACE.sample(rows, new SplittableRandom(1));
    int[] first = new int[3];
    int[] second = new int[5];
    for (int row = 0; row < rows; row++) {
      first[(int) latents[row * 6]]++;
      second[(int) latents[row * 6 + 1]]++;
      assertTrue(SPACE.values(0).admits(latents[row * 6]));
      assertTrue(Math.abs(latents[row * 6 + 2]) <= 1);
    }
    for (int count : first) {
      assertEquals(10_000, count, 400);
    }
    for (int count : second) {
      assertEquals(6_000, count, 400);
    }
  }

  @Test
  void networksTakeOneValueACategory() {
    float[] latents = {2, 0, 0.5f, -1, 9, 8, 0, 4, 1, 0, 7, 6};
    assertArrayEquals(
        new float[] {
          0, 0, 1, 1, 0, 0, 0, 0, 0.5f, -1, 9, 8, //
          1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 7, 6
        },
        SPACE.input(latents));
    float[] continuous = {1, 2};
    assertTrue(new LatentSpace(2, 0).input(continuous) == continuous);
  }

  @Test
  void codesAreTheLargestCategories() {
    float[] output = {
      -3, -1, -2, 0, 0, 0, 1, 0, 0.25f, -0.5f, 99, //
      5, 1, 2, 3, 0, 0, 1, 0, 1.5f, 0, 99
    };
    assertArrayEquals(new float[] {1, 3, 0.25f, -0.5f, 0, 0, 1.5f, 0}, SPACE.codes(output, 2));
  }

  @Test
  void gridsAndBalanceGoThroughCategories() {
    CodeValues three = SPACE.values(0);
    CodeRule grid = new CodeRule.Grid(2, 3);
    CodeRule balanced = new CodeRule.Balanced(7, 6);
    int[] counts = new int[3];
    for (int id = 0; id < 12; id++) {
      assertEquals(id / 2 % 3, grid.value(id, 0, three));
      counts[(int) balanced.value(id, 0.3f, three)]++;
    }
    assertArrayEquals(new int[] {4, 4, 4}, counts);
    assertEquals(0, three.spaced(0, 2));
    assertEquals(4, new Categories(10).spaced(4, 10));
    assertEquals("one of 3 categories, equally likely", new CodeRule.Drawn().words(three));
  }

  @Test
  void otherValuesAreNoCategories() {
    CodeValues three = SPACE.values(0);
    for (double value : new double[] {-1, 3, 0.5, Double.NaN}) {
      assertFalse(three.admits(value), "" + value);
    }
    assertEquals(2, three.nearest(7.4f));
    assertEquals(1, three.nearest(0.6f));
    assertThrows(IllegalArgumentException.class, () -> new Categories(1));
    assertThrows(
        IllegalArgumentException.class, () -> new LatentSpace(1, 0, Prior.UNIFORM, List.of(2, 2)));
  }

  @ParameterizedTest(name = "one code shared {0}, noise shared {1}")
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void pairsShareWhatTheirDesignSays(boolean sharedCode, boolean sharedNoise) {
    int rows = 400;
    ContrastivePairs pairs =
        ContrastivePairs.sample(
            SPACE, new PairDesign(sharedCode, sharedNoise), rows, 0.9, new SplittableRandom(3));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 6; column++) {
        float first = pairs.first()[row * 6 + column];
        float second = pairs.second()[row * 6 + column];
        boolean noise = column >= 4;
        boolean shared = noise ? sharedNoise : (column == pairs.index()[row]) == sharedCode;
        if (shared) {
          assertEquals(first, second);
        } else if (noise) {
          assertTrue(first != second);
        } else if (column >= 2) {
          assertTrue(Math.abs(first - second) >= 0.9 - 1e-6);
        } else {
          assertTrue(SPACE.values(column).admits(first));
          assertTrue(first != second, "a gap of 0.9 of 2 is wider than a category");
        }
      }
    }
  }

  @Test
  void exchangedCategoriesAreTheFirstAndTheLast() {
    LatentSpace space = new LatentSpace(2, 0, Prior.UNIFORM, List.of(3, 5));
    ExchangedCodes pair = ExchangedCodes.sample(space, new SplittableRandom(1));
    float[] last = {2, 4};
    assertEquals(0, pair.first()[pair.a()]);
    assertEquals(last[pair.b()], pair.first()[pair.b()]);
    assertEquals(last[pair.a()], pair.second()[pair.a()]);
    assertEquals(0, pair.second()[pair.b()]);
  }
}
