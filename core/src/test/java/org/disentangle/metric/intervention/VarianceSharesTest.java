// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.intervention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.PairDesign;
import org.junit.jupiter.api.Test;

class VarianceSharesTest {

  private static final int CODES = 3;
  private static final int PAIRS = 60_000;

  private static VarianceShares.Result shares(Function<float[], double[]> readings) {
    LatentSpace space = new LatentSpace(CODES, 0);
    ContrastivePairs pairs =
        ContrastivePairs.sample(
            space, new PairDesign(true, false), PAIRS, 0, new SplittableRandom(5));
    return VarianceShares.of(
        read(pairs.first(), readings), read(pairs.second(), readings), pairs.index(), CODES);
  }

  private static double[][] read(float[] latents, Function<float[], double[]> readings) {
    double[][] read = new double[latents.length / CODES][];
    for (int row = 0; row < read.length; row++) {
      read[row] = readings.apply(Arrays.copyOfRange(latents, row * CODES, (row + 1) * CODES));
    }
    return read;
  }

  @Test
  void sharesOfFunctionsThatAreKnown() {
    VarianceShares.Result result =
        shares(z -> new double[] {Math.exp(z[1]), 3 * z[0] + z[2] + 10, z[0] * z[1], 7});
    // of 3 x + z the variances are as 9 to 1; a product is due to both codes together
    double[][] expected = {{0, 0.9, 0, 0}, {1, 0, 0, 0}, {0, 0.1, 0, 0}};
    for (int code = 0; code < CODES; code++) {
      assertArrayEquals(expected[code], result.shares()[code], 0.03);
    }
    assertEquals(1, result.shares()[1][0], 1e-12);
    assertEquals(1, result.bestCode()[0]);
    assertEquals(0, result.bestCode()[1]);
    assertEquals((1 + 0.9) / 4, result.score(), 0.02);
  }

  @Test
  void pairsWithNothingToReadAreLeftOutOfThatReading() {
    VarianceShares.Result result = shares(z -> new double[] {z[0] > 0.5 ? Double.NaN : z[1], z[0]});
    assertEquals(1, result.shares()[1][0], 1e-12);
    assertEquals(1, result.shares()[0][1], 1e-12);
    assertEquals(0, result.left()[1]);
    // one in four of the images; of pairs that share code 0 both, of others one or both
    assertEquals(PAIRS * (0.25 / 3 + (1 - 0.75 * 0.75) * 2 / 3), result.left()[0], PAIRS / 100.0);
  }

  @Test
  void tooFewPairsAreRefused() {
    double[][] two = {{1}, {2}};
    String message =
        assertThrows(
                InvalidInputException.class, () -> VarianceShares.of(two, two, new int[] {0, 0}, 2))
            .getMessage();
    assertTrue(message.contains("pairs that share code 1: found 0"), message);
    assertThrows(InvalidInputException.class, () -> VarianceShares.of(two, two, new int[] {0}, 2));
  }
}
