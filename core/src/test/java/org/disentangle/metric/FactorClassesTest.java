// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Which factors are taken for classes. */
class FactorClassesTest {

  private static final int ROWS = 300;

  @Test
  void atLeastHalfOfTheRowsShareTheirValue() {
    assertDoesNotThrow(() -> FactorClasses.require(withValuesOfTheirOwn(ROWS / 2)));
    refused("values that no other row has in 151 of 300 rows", withValuesOfTheirOwn(151));
    refused("a different value in each of 300 rows", withValuesOfTheirOwn(ROWS));
  }

  @Test
  void binsMakeClasses() {
    assertDoesNotThrow(() -> FactorClasses.require(withValuesOfTheirOwn(ROWS).binned(20)));
  }

  @Test
  void theFactorIsNamed() {
    int[][] factors =
        IntStream.range(0, ROWS).mapToObj(row -> new int[] {row % 3, row}).toArray(int[][]::new);
    refused("factor 1: ", LabelledCodes.of(new double[ROWS][1], factors));
  }

  /** The first rows have values of their own, the others share one. */
  private static LabelledCodes withValuesOfTheirOwn(int alone) {
    int[][] factors =
        IntStream.range(0, ROWS)
            .mapToObj(row -> new int[] {row < alone ? row : ROWS})
            .toArray(int[][]::new);
    return LabelledCodes.of(new double[ROWS][1], factors);
  }

  private static void refused(String found, LabelledCodes table) {
    String message =
        assertThrows(InvalidInputException.class, () -> FactorClasses.require(table)).getMessage();
    assertTrue(message.contains(found), message);
    assertTrue(message.contains("factorBins"), message);
  }
}
