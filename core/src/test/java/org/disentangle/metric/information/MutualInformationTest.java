// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Expected numbers were computed with scikit-learn's mutual_info_score on numpy's bins. */
class MutualInformationTest {

  private static final double[][] MATRIX = {
    {0.4663011727716253, 0.03039098314334977, 0.09597987606497531},
    {0.00918034569609334, 0.8620423330904312, 0.03918341831829336},
    {0.2582524963693539, 0.10803425239973273, 1.0710579959452868},
    {0, 0, 0},
    {0.02873189174685549, 0.04977935544647365, 0.15859838658205844},
    {0.4663011727716253, 0.03039098314334977, 0.09597987606497531},
    {0.05592024974702012, 0.3488620209497185, 0.484381341164557}
  };

  private final LabelledCodes table = SkewedTable.rows300();

  @Test
  void ofSkewedFactors() {
    MutualInformation information = MutualInformation.of(table);
    for (int code = 0; code < MATRIX.length; code++) {
      assertArrayEquals(MATRIX[code], information.mi()[code], 1e-12);
    }
    assertArrayEquals(
        new double[] {0.4663011727716247, 0.8620423330904318, 1.4315259252497967},
        information.factorEntropy(),
        1e-12);
    assertEquals(0, information.codeEntropy()[3], 0);
    assertEquals(20, information.bins());
  }

  @Test
  void rowOrderAndThreadsMakeNoDifference() throws Exception {
    double[][] expected = MutualInformation.of(table).mi();
    assertSame(expected, MutualInformation.of(table.shuffled(3)));
    for (int threads = 1; threads <= 3; threads += 2) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      assertSame(expected, pool.submit(() -> MutualInformation.of(table)).get());
      pool.shutdown();
    }
  }

  @Test
  void powersOfTwoAndSignsMakeNoDifferenceToTheScale() {
    int[] order = {0, 1, 2, 3, 4, 5, 6};
    assertSame(
        MutualInformation.of(table).mi(),
        MutualInformation.of(SkewedTable.rearranged(table, order, 1024, 0)));
  }

  @Test
  void anyNumberOfBins() {
    MutualInformation one = MutualInformation.of(table, 1);
    assertArrayEquals(new double[7], one.codeEntropy(), 0);
    MutualInformation two = MutualInformation.of(table, 2);
    assertTrue(two.codeEntropy()[0] <= Math.log(2));
    assertEquals(two.factorEntropy()[0], two.mi()[0][0], 1e-12); // noise is less than a half
  }

  @Test
  void aFactorOfOneValueIsRefused() {
    LabelledCodes flat = LabelledCodes.of(new double[][] {{1}, {2}}, new int[][] {{1, 5}, {2, 5}});
    refused("factor 1: found one value in all rows", () -> MutualInformation.of(flat));
    LabelledCodes part = table.slice(0, 1);
    refused("factor 0: found one value in all rows", () -> MutualInformation.of(part));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    double[] two = {1, 1};
    refused(
        "1 rows for 2 codes and 2 factors",
        () -> new MutualInformation(20, new double[][] {{0, 0}}, two, two));
    refused("found 0", () -> MutualInformation.of(table, 0));
  }

  private static void assertSame(double[][] expected, MutualInformation found) {
    for (int code = 0; code < expected.length; code++) {
      assertArrayEquals(expected[code], found.mi()[code], 0);
    }
  }

  private static void refused(String found, Executable executable) {
    String message = assertThrows(InvalidInputException.class, executable).getMessage();
    assertTrue(message.contains(found), message);
  }
}
