// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.disentangle.metric.information.CategoricalCodes.Accuracy;
import org.disentangle.metric.information.CategoricalCodes.LowerBound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CategoricalCodesTest {

  private static final double LN2 = Math.log(2);

  @Test
  void certainAndRightIsTheEntropyOfThePrior() {
    double[][] certain = {{1, 0, 0, 0}, {0, 0, 1, 0}};
    assertEquals(2 * LN2, CategoricalCodes.lowerBound(certain, new int[] {0, 2}).value(), 1e-15);
  }

  @Test
  void uniformGuessesKnowNothing() {
    double[][] guesses = {{0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}};
    assertEquals(0, CategoricalCodes.lowerBound(guesses, new int[] {3, 1}).value(), 1e-15);
  }

  @Test
  void givenPrior() {
    double[][] probabilities = {{0.5, 0.5, 0}, {0.25, 0.75, 0}};
    double[] prior = {0.25, 0.75, 0};
    LowerBound bound = CategoricalCodes.lowerBound(probabilities, new int[] {0, 1}, prior);
    assertEquals((Math.log(0.5) + Math.log(0.75)) / 2, bound.meanLogProbability(), 1e-15);
    assertEquals(0.25 * Math.log(4) + 0.75 * Math.log(4 / 3.0), bound.priorEntropy(), 1e-15);
    assertEquals(bound.meanLogProbability() + bound.priorEntropy(), bound.value(), 0);
  }

  @Test
  void probabilityZeroOfTheTruthIsMinusInfinity() {
    double[][] wrong = {{1, 0}};
    assertEquals(
        Double.NEGATIVE_INFINITY, CategoricalCodes.lowerBound(wrong, new int[] {1}).value());
  }

  @Test
  void categoriesAreNamedForTheMostAgreement() {
    Accuracy accuracy =
        CategoricalCodes.accuracy(new int[] {2, 2, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 2, 0});
    assertEquals(5 / 6.0, accuracy.value(), 1e-15);
    assertArrayEquals(new int[] {1, 2, 0}, accuracy.labelOfCategory());
    assertArrayEquals(new int[] {1, 0, 1}, accuracy.counts()[1]);
  }

  /** The best matching takes two rows for category 1 rather than three for category 0. */
  @Test
  void theMatchingIsBestAsAWhole() {
    int[] categories = {0, 0, 0, 0, 0, 1, 1};
    int[] labels = {0, 0, 0, 1, 1, 0, 0};
    Accuracy accuracy = CategoricalCodes.accuracy(categories, labels);
    assertArrayEquals(new int[] {1, 0}, accuracy.labelOfCategory());
    assertEquals(4 / 7.0, accuracy.value(), 1e-15);
  }

  @Test
  void moreCategoriesThanLabelsAndTheOtherWay() {
    Accuracy more = CategoricalCodes.accuracy(new int[] {0, 1, 2, 2}, new int[] {0, 0, 1, 1});
    assertEquals(0.75, more.value(), 0);
    assertEquals(1, Arrays.stream(more.labelOfCategory()).filter(l -> l < 0).count());
    Accuracy fewer = CategoricalCodes.accuracy(new int[] {0, 0, 0}, new int[] {4, 1, 4});
    assertEquals(2 / 3.0, fewer.value(), 1e-15);
    assertArrayEquals(new int[] {4}, fewer.labelOfCategory());
  }

  @Test
  void mostProbableIsTheFirstOfSeveral() {
    double[][] probabilities = {{0.2, 0.4, 0.4}, {0.5, 0.25, 0.25}};
    assertArrayEquals(new int[] {1, 0}, CategoricalCodes.mostProbable(probabilities));
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    double[][] logits = {{3, -1}};
    double[][] sound = {{0.5, 0.5}};
    refused(() -> CategoricalCodes.lowerBound(logits, new int[] {0}));
    refused(() -> CategoricalCodes.lowerBound(sound, new int[] {2}));
    refused(() -> CategoricalCodes.lowerBound(sound, new int[] {0, 1}));
    refused(() -> CategoricalCodes.lowerBound(sound, new int[] {1}, new double[] {1, 0}));
    refused(() -> CategoricalCodes.lowerBound(sound, new int[] {1}, new double[] {0.5, 0.25}));
    refused(() -> CategoricalCodes.accuracy(new int[] {0}, new int[] {-1}));
    refused(() -> CategoricalCodes.accuracy(new int[0], new int[0]));
  }

  private static void refused(Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }
}
