// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of a prior come from uniform draws by their share of the distribution. */
class PriorTest {

  /** Quantiles of the standard normal distribution from tables. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.5, 0.67449", "-0.95, -1.95996", "0.9973002, 3", "1, 10", "-1, -10"})
  void normalValuesHaveTheSharesOfTheTables(float uniform, double expected) {
    assertEquals(expected, Prior.NORMAL.of(uniform), 1e-4);
  }

  @Test
  void uniformDrawsAreTheValuesOfTheUniformPrior() {
    LatentSpace space = new LatentSpace(3, 2);
    assertTrue(
        Arrays.equals(
            space.sampleUniform(5, new SplittableRandom(1)),
            space.sample(5, new SplittableRandom(1))));
  }

  @Test
  void normalSamplesHaveTheMomentsOfTheNormalDistribution() {
    float[] drawn = new LatentSpace(4, 1, Prior.NORMAL).sample(20_000, new SplittableRandom(2));
    double[] values = IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i]).toArray();
    for (int power = 1; power <= 4; power++) {
      int n = power;
      double moment = Arrays.stream(values).map(x -> Math.pow(x, n)).average().getAsDouble();
      assertEquals(new double[] {0, 0, 1, 0, 3}[power], moment, 0.1, "moment " + power);
    }
  }

  @ParameterizedTest
  @EnumSource(Prior.class)
  void balancedCodesFillIntervalsThatAreEquallyLikely(Prior prior) {
    CodeRule rule = new CodeRule.Balanced(3, 8);
    SplittableRandom random = new SplittableRandom(4);
    float[] edges = new float[9];
    for (int bin = 0; bin < edges.length; bin++) {
      edges[bin] = prior.of(-1 + bin / 4f);
    }
    int[] counts = new int[8];
    for (long id = 0; id < 80; id++) {
      float value = rule.value(id, (float) (2 * random.nextDouble() - 1), prior);
      assertTrue(Math.abs(value) <= prior.limit());
      counts[(int) IntStream.range(1, 8).filter(bin -> edges[bin] <= value).count()]++;
    }
    assertTrue(Arrays.stream(counts).allMatch(count -> count == 10), Arrays.toString(counts));
  }

  @ParameterizedTest
  @EnumSource(Prior.class)
  void gridsGoFromEndToEnd(Prior prior) {
    CodeRule rule = new CodeRule.Grid(1, 5);
    assertEquals(prior.low(), rule.value(0, 0.3f, prior));
    assertEquals(0, rule.value(2, 0.3f, prior));
    assertEquals(prior.high(), rule.value(4, 0.3f, prior));
  }

  @Test
  void contrastivePairsKeepTheirGapInShares() {
    LatentSpace normal = new LatentSpace(3, 0, Prior.NORMAL);
    ContrastivePairs pairs =
        ContrastivePairs.sample(normal, PairDesign.STANDARD, 50, 1, new SplittableRandom(5));
    ContrastivePairs shares =
        ContrastivePairs.sample(
            new LatentSpace(3, 0), PairDesign.STANDARD, 50, 1, new SplittableRandom(5));
    for (int i = 0; i < pairs.first().length; i++) {
      assertEquals(Prior.NORMAL.of(shares.first()[i]), pairs.first()[i]);
      assertEquals(Prior.NORMAL.of(shares.second()[i]), pairs.second()[i]);
    }
  }

  @Test
  void aUniformPriorGoesWithoutSaying() {
    assertEquals("LatentSpace[numCodes=3, noiseDim=2]", new LatentSpace(3, 2).toString());
    assertEquals(
        "LatentSpace[numCodes=3, noiseDim=0, prior=normal]",
        new LatentSpace(3, 0, Prior.NORMAL).toString());
  }
}
