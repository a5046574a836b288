// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
  void eachSystemHasTheSameSayWhateverTheNumberOfItsModels() {
    List<String> systems = List.of("bad", "bad", "bad", "bad", "a", "a", "b", "b");
    double[][] cross = new double[8][8];
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        cross[i][j] = i < 4 && j < 4 ? 0.9 : i >= 4 && j >= 4 ? 0.7 : 0.3;
      }
    }
    assertEquals(0, CentralityScores.of(cross).selected());
    CentralityScores.Result fair = CentralityScores.of(cross, systems);
    assertEquals(4, fair.selected());
    assertEquals((0.25 * 3 * 0.9 + 2 * 0.3) / 2.75, fair.scores()[0], 1e-15);
    assertEquals((0.5 * 0.7 + 0.7 + 0.3) / 2.5, fair.scores()[4], 1e-15);
  }

  @Test
  void systemsWithEquallyManyModelsChangeNothing() {
    double[][] cross = {
      {1, 0.1, 0.7, 0.4}, {0.3, 1, 0.2, 0.6}, {0.9, 0.5, 1, 0.8}, {0.35, 0.15, 0.25, 1}
    };
    assertArrayEquals(
        CentralityScores.of(cross).scores(),
        CentralityScores.of(cross, List.of("a", "b", "b", "a")).scores());
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
