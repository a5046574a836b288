// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Degenerate matrices have the documented scores; others are refused. */
class ImportanceMatrixTest {

  private static DciScores scores(Aggregation aggregation, double[]... importance) {
    return new ImportanceMatrix(importance).scores(aggregation);
  }

  @ParameterizedTest
  @EnumSource
  void oneFactorCannotBeMixed(Aggregation aggregation) {
    DciScores scores = scores(aggregation, new double[] {3}, new double[] {0}, new double[] {3});
    assertArrayEquals(new double[] {1, 0, 1}, scores.codeDisentanglement());
    assertEquals(1, scores.disentanglement());
    assertEquals(1 - Math.log(2) / Math.log(3), scores.completeness(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource
  void oneCodeCapturesCompletely(Aggregation aggregation) {
    DciScores scores = scores(aggregation, new double[] {2, 2});
    assertArrayEquals(new double[] {1, 1}, scores.factorCompleteness());
    assertEquals(1, scores.completeness());
    assertEquals(0, scores.disentanglement(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource
  void zerosScoreZero(Aggregation aggregation) {
    DciScores scores = scores(aggregation, new double[2], new double[2], new double[2]);
    assertEquals(0, scores.disentanglement(), 1e-12);
    assertEquals(0, scores.completeness(), 1e-12);
    assertEquals(0, scores(aggregation, new double[1]).completeness());
  }

  @Test
  void codesWithoutImportanceWeighNothing() {
    DciScores scores =
        scores(
            Aggregation.EASTWOOD_WILLIAMS, new double[] {1, 0}, new double[2], new double[] {1, 1});
    assertArrayEquals(new double[] {1, 0, 0}, scores.codeDisentanglement(), 1e-9);
    assertEquals(1 / 3.0, scores.disentanglement(), 1e-9);
  }

  @Test
  void factorsWithoutImportanceCountOnlyInPlainMeans() {
    double[][] second = {{0, 1}, {0, 0}};
    assertEquals(0.5, scores(Aggregation.EASTWOOD_WILLIAMS, second).completeness(), 1e-9);
    assertEquals(1, scores(Aggregation.LIBRARY, second).completeness(), 1e-8);
  }

  @Test
  void impossibleImportancesAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ImportanceMatrix(new double[][] {{1, 0}, {0, -0.5}}))
            .getMessage();
    assertTrue(message.contains("-0.5 for code 1"), message);
    for (double[][] wrong :
        new double[][][] {{}, {{}}, {{1, 2}, {1}}, {{Double.NaN}}, {{Double.POSITIVE_INFINITY}}}) {
      assertThrows(IllegalArgumentException.class, () -> new ImportanceMatrix(wrong));
    }
  }
}
