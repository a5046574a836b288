// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CentralityScoresTest {

  @Test
  void meanOfTheSymmetrisedMatrixWithoutTheDiagonal() {
    double[][] cross = {{Double.NaN, 0.5, 1}, {0.25, 0, 0.5}, {0.75, 0, 0}};
    CentralityScores.Result result = CentralityScores.of(cross);
    assertEquals(0.375, result.similarity()[1][0], 0);
    assertArrayEquals(new double[] {0.625, 0.3125, 0.5625}, result.scores(), 1e-15);
    assertArrayEquals(new int[] {0, 2, 1}, result.ranking());
    assertEquals(0, result.selected());
  }

  @Test
  void ofEqualScoresTheLowerModelComesFirst() {
    double[][] cross = {{1, 0.5, 0.5}, {0.5, 1, 0.5}, {0.5, 0.5, 1}};
    assertArrayEquals(new int[] {0, 1, 2}, CentralityScores.of(cross).ranking());
  }

  @Test
  void malformedMatricesAreRefused() {
    refused(() -> CentralityScores.of(new double[][] {{1}}));
    refused(() -> CentralityScores.of(new double[][] {{1, 2}, {1}}));
    refused(() -> CentralityScores.of(new double[][] {{1, Double.NaN}, {1, 1}}));
  }

  private static void refused(Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }
}
