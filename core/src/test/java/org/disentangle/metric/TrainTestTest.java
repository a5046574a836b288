// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Test rows are measured by the training rows. */
class TrainTestTest {

  private final LabelledCodes train =
      LabelledCodes.of(
          new double[][] {{0.1, 1, 5}, {0.1, 3, 5}, {0.1, 1, 7}, {0.1, 3, 7}},
          new int[][] {{2, 0}, {5, 1}, {9, 0}, {5, 1}});
  private final LabelledCodes test =
      LabelledCodes.of(
          new double[][] {{8, 4, 6}, {9, 2, 8}, {9, 2, 8}}, new int[][] {{9, 1}, {7, 1}, {5, 1}});
  private final TrainTest both = new TrainTest(train, test);

  @Test
  void labelsAreMatchedByValue() {
    assertEquals(3, both.numLabels(0));
    assertArrayEquals(new int[] {0, 1, 2, 1}, both.trainLabels(0));
    assertArrayEquals(new int[] {2, TrainTest.UNKNOWN, 1}, both.testLabels(0));
    assertArrayEquals(new int[] {1, 1, 1}, both.testLabels(1));
  }

  @Test
  void labelsOfPartOfATableAreThoseThatOccurInIt() {
    TrainTest part = new TrainTest(train.slice(1, 3), train);
    assertEquals(2, part.numLabels(0));
    assertArrayEquals(new int[] {0, 1}, part.trainLabels(0));
    assertArrayEquals(new int[] {TrainTest.UNKNOWN, 0, 1, 0}, part.testLabels(0));
  }

  @Test
  void codesAreStandardisedByTheTrainingRowsWithoutConstantCodes() {
    assertEquals(List.of(0), both.constantCodes());
    assertEquals(List.of(1, 2), both.varyingCodes());
    assertArrayEquals(new double[] {1, -1}, both.standardisedTrainCodes()[1]);
    assertArrayEquals(new double[] {2, 0}, both.standardisedTestCodes()[0]);
    assertArrayEquals(new double[] {8, 4, 6}, both.testCodes()[0]);
  }

  @Test
  void targetsAreStandardisedByTheTrainingRows() {
    assertArrayEquals(new double[] {-1, 1, -1, 1}, both.trainTargets(1));
    assertArrayEquals(new double[] {1, 1, 1}, both.testTargets(1));
  }

  @Test
  void tablesOfDifferentShapeAreRefused() {
    LabelledCodes other = LabelledCodes.of(new double[][] {{1, 2}}, new int[][] {{2, 0}});
    String message =
        assertThrows(IllegalArgumentException.class, () -> new TrainTest(train, other))
            .getMessage();
    assertTrue(message.contains("found 2 codes and 2 factors; expected 3 codes"), message);
  }

  @Test
  void oneValuedFactorsAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new TrainTest(test, train)).getMessage();
    assertTrue(message.startsWith("factor 1: found one value in all 3 training rows"), message);
  }
}
