// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.intervention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;

/** Expected numbers were computed with numpy. */
class IrsTest {

  private final LabelledCodes table = SkewedTable.rows300();

  @Test
  void ofSkewedFactors() {
    assertEquals(0.6619235372557067, Irs.score(table).score(), 1e-12);
    assertEquals(0.8929514465209053, Irs.score(table, 0.5).score(), 1e-12);
    assertEquals(0.6510804532871631, Irs.score(table, 1).score(), 1e-12);
    Irs.Result result = Irs.score(table);
    assertEquals(List.of(3), result.constantCodes());
    assertArrayEquals(new double[3], result.irs()[3], 0);
    assertEquals(-1, result.bestFactor()[3]);
    assertEquals(1, result.bestFactor()[1]);
  }

  @Test
  void orderAndCommonScaleMakeNoDifference() {
    int[] order = {6, 3, 5, 0, 2, 4, 1};
    LabelledCodes other = SkewedTable.rearranged(table.shuffled(3), order, -7, 2);
    assertEquals(Irs.score(table).score(), Irs.score(other).score(), 1e-12);
  }

  @Test
  void settledCodesScoreOneAndConstantOnesNothing() {
    LabelledCodes settled =
        LabelledCodes.of(
            new double[][] {{0, 7}, {1, 7}, {0, 7}, {1, 7}},
            new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
    assertEquals(1, Irs.score(settled).score(), 0);
    LabelledCodes flat = SkewedTable.rearranged(settled, new int[] {1, 1}, 1, 0);
    assertEquals(0, Irs.score(flat).score(), 0);
  }

  @Test
  void refusals() {
    assertThrows(IllegalArgumentException.class, () -> Irs.score(table, 99));
    assertThrows(IllegalArgumentException.class, () -> Irs.score(table, Double.NaN));
    LabelledCodes flat = LabelledCodes.of(new double[][] {{1}, {2}}, new int[][] {{5}, {5}});
    assertThrows(IllegalArgumentException.class, () -> Irs.score(flat));
  }
}
