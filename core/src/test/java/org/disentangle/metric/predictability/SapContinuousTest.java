// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;

/** Expected numbers were computed with numpy. */
class SapContinuousTest {

  private final LabelledCodes table = SkewedTable.rows300();

  @Test
  void ofSkewedFactors() {
    SapContinuous.Result result = SapContinuous.score(table);
    assertEquals(0.24551617557817176, result.score(), 1e-12);
    assertArrayEquals(new int[] {0, 1, 2}, result.bestCode());
    assertEquals(0, result.perFactor()[0], 0); // code 5 is a copy of code 0
    assertArrayEquals(new double[3], result.matrix()[3], 0);
  }

  @Test
  void orderScaleAndShiftMakeNoDifference() {
    int[] order = {6, 3, 5, 0, 2, 4, 1};
    LabelledCodes other = SkewedTable.rearranged(table.shuffled(3), order, -7, 2);
    assertEquals(SapContinuous.score(table).score(), SapContinuous.score(other).score(), 1e-12);
  }

  @Test
  void aSingleCodeHasNoSecondBest() {
    LabelledCodes one =
        LabelledCodes.of(new double[][] {{1}, {2}, {3}}, new int[][] {{2}, {4}, {6}});
    assertEquals(1, SapContinuous.score(one).score(), 1e-15);
  }

  @Test
  void aFactorOfOneValueIsRefused() {
    LabelledCodes flat = LabelledCodes.of(new double[][] {{1}, {2}}, new int[][] {{5}, {5}});
    assertThrows(IllegalArgumentException.class, () -> SapContinuous.score(flat));
  }
}
