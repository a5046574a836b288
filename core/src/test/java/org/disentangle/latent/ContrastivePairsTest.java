// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every pair. */
class ContrastivePairsTest {

  private static final LatentSpace SPACE = new LatentSpace(5, 4);
  private static final int ROWS = 20_000;

  @ParameterizedTest(name = "gap {0}")
  @ValueSource(doubles = {0, 0.5, 1.9})
  void oneCodeIsSharedAndTheOthersKeepTheGap(double gap) {
    ContrastivePairs pairs = sample(gap, 1);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < SPACE.size(); column++) {
        float first = pairs.first()[row * SPACE.size() + column];
        float second = pairs.second()[row * SPACE.size() + column];
        assertTrue(Math.abs(first) <= 1 && Math.abs(second) <= 1, "bounds");
        if (column == pairs.index()[row] || column >= SPACE.numCodes()) {
          assertEquals(first, second, "shared code and noise");
        } else {
          assertTrue(Math.abs(first - second) >= gap - 1e-6, "gap");
          assertTrue(Math.abs(first) >= gap - 1 - 1e-6, "both ends are near the border");
        }
      }
    }
  }

  @Test
  void indexIsUniform() {
    int[] counts = new int[SPACE.numCodes()];
    for (int index : sample(1.9, 2).index()) {
      counts[index]++;
    }
    double expected = (double) ROWS / counts.length;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    assertTrue(chiSquare < 18.5, "chi-square with 4 degrees of freedom, p 0.001: " + chiSquare);
  }

  @Test
  void eitherImageMayHaveTheLargerCode() {
    ContrastivePairs pairs = sample(1.9, 3);
    int larger = 0;
    int differing = 0;
    for (int at = 0; at < pairs.first().length; at++) {
      differing += pairs.first()[at] != pairs.second()[at] ? 1 : 0;
      larger += pairs.first()[at] > pairs.second()[at] ? 1 : 0;
    }
    assertEquals(ROWS * (SPACE.numCodes() - 1), differing, 5);
    assertEquals(0.5, (double) larger / differing, 0.01);
  }

  @Test
  void sharedValuesFollowThePrior() {
    ContrastivePairs pairs = sample(1.9, 4);
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < ROWS; row++) {
      float shared = pairs.first()[row * SPACE.size() + pairs.index()[row]];
      sum += shared;
      squares += shared * shared;
    }
    assertEquals(0, sum / ROWS, 0.02);
    assertEquals(1.0 / 3, squares / ROWS, 0.01);
  }

  @Test
  void sameSeedGivesTheSamePairs() {
    ContrastivePairs once = sample(0.5, 5);
    ContrastivePairs again = sample(0.5, 5);
    assertArrayEquals(once.first(), again.first());
    assertArrayEquals(once.second(), again.second());
    assertArrayEquals(once.index(), again.index());
  }

  private static ContrastivePairs sample(double gap, long seed) {
    return ContrastivePairs.sample(
        SPACE, PairDesign.STANDARD, ROWS, gap, new SplittableRandom(seed));
  }
}
