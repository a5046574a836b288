// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import static org.disentangle.metric.image.ClassProbabilityMetricsTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptualDiversityTest {

  private static final double[][] FIRST = {{1, 2, 3.5}, {0, -1, 4}};
  private static final double[][] SECOND = {{1.5, 0, 3.5}, {3, -1, 4.25}};

  @Test
  void isTheMeanOverFeaturesAndPairs() {
    PerceptualDiversity.Result result = PerceptualDiversity.of(FIRST, SECOND);
    assertEquals(23.0 / 24, result.score(), 1e-15);
    assertEquals(0.125, result.std(), 1e-15);
    assertEquals(2, result.pairs());
    assertEquals(result, PerceptualDiversity.of(SECOND, FIRST), "which comes first");
    assertEquals(
        result,
        PerceptualDiversity.of(
            3, new double[] {1, 2, 3.5, 0, -1, 4}, new double[] {1.5, 0, 3.5, 3, -1, 4.25}));
  }

  @Test
  void twiceTheFeaturesChangeNothing() {
    double[][] first = {{1, 2, 3.5, 1, 2, 3.5}, {0, -1, 4, 0, -1, 4}};
    double[][] second = {{1.5, 0, 3.5, 1.5, 0, 3.5}, {3, -1, 4.25, 3, -1, 4.25}};
    assertEquals(PerceptualDiversity.of(FIRST, SECOND), PerceptualDiversity.of(first, second));
  }

  @Test
  void equalImagesScoreNothing() {
    assertEquals(new PerceptualDiversity.Result(0, 0, 2), PerceptualDiversity.of(FIRST, FIRST));
  }

  @Test
  void pairOrderPlaysNoPart() {
    double[] first = new Random(1).doubles(1001).map(x -> Math.exp(20 * x)).toArray();
    double[] second = new double[first.length];
    PerceptualDiversity.Result one = PerceptualDiversity.of(1, first, second);
    double[] reversed = new double[first.length];
    Arrays.setAll(reversed, i -> first[first.length - 1 - i]);
    assertEquals(one, PerceptualDiversity.of(1, reversed, second));
  }

  @Test
  void whatIsNoPairIsRefused() {
    refused("1 first and 2 second", () -> PerceptualDiversity.of(new double[][] {{1}}, SECOND));
    refused(
        "6 values of first and 2 of second",
        () -> PerceptualDiversity.of(FIRST, new double[][] {{1}, {2}}));
    refused("0 values", () -> PerceptualDiversity.of(new double[0][], new double[0][]));
    refused(
        "3 values for images of 2 features",
        () -> PerceptualDiversity.of(2, new double[3], new double[3]));
    refused(
        "NaN and 0.0 in pair 1",
        () -> PerceptualDiversity.of(1, new double[] {1, Double.NaN}, new double[2]));
  }
}
