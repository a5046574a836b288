// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TopTwoTest {

  @Test
  void gapOfLargestAndSecond() {
    assertEquals(new TopTwo(1, 3, 0.25), TopTwo.of(new double[] {0.125, 1, 0, 0.75}));
    assertEquals(new TopTwo(0, 1, 0), TopTwo.of(new double[] {2, 2, 2}));
  }

  @Test
  void aSingleScoreStandsAlone() {
    assertEquals(new TopTwo(0, -1, 0.5), TopTwo.of(new double[] {0.5}));
  }

  @Test
  void nearTiesGoToTheLowest() {
    double[] scores = {0, 1, 1 + 1e-10};
    assertEquals(2, TopTwo.of(scores).first());
    TopTwo tolerant = TopTwo.of(scores, 1e-9);
    assertEquals(1, tolerant.first());
    assertEquals(2, tolerant.second());
    assertEquals(-1e-10, tolerant.gap(), 1e-15);
  }

  @Test
  void rowsAndColumns() {
    double[][] matrix = {{3, 1}, {0, 5}};
    assertEquals(2, TopTwo.ofRows(matrix)[0].gap());
    assertEquals(4, TopTwo.ofColumns(matrix)[1].gap());
  }

  @Test
  void noScoresAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TopTwo.of(new double[0]));
  }
}
