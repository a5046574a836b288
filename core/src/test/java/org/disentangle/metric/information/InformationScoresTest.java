// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;

/** MIG, MIG-sup, DCIMIG, JEMMIG and modularity; expected numbers were computed with numpy. */
class InformationScoresTest {

  private static final List<ToDoubleFunction<MutualInformation>> SCORES =
      List.of(
          mi -> Mig.score(mi).score(),
          mi -> MigSup.score(mi).score(),
          mi -> DciMig.score(mi).score(),
          mi -> Jemmig.score(mi).score(),
          mi -> Modularity.score(mi).score());

  private static final double LN2 = Math.log(2);
  private static final int[] SAME = {0, 1, 2, 3, 4, 5, 6};

  private final LabelledCodes table = SkewedTable.rows300();

  @Test
  void ofSkewedFactors() {
    double[] expected = {
      0.33504454359429414,
      0.44977048800814934,
      0.7268408021196063,
      0.5152107130910369,
      0.7980640740402867
    };
    assertArrayEquals(expected, scores(table), 1e-12);
  }

  @Test
  void bestCodesAreNamed() {
    MutualInformation information = MutualInformation.of(table);
    assertArrayEquals(new int[] {0, 1, 2}, Mig.score(information).bestCode());
    assertEquals(0, Mig.score(information).perFactor()[0], 0); // code 5 is a copy of code 0
    assertArrayEquals(new int[] {0, 1, 2}, DciMig.score(information).codeOfFactor());
    assertArrayEquals(new int[] {0, 1, 2}, Jemmig.score(information).bestCode());
    assertEquals(1, MigSup.score(information).bestFactor()[1]);
  }

  @Test
  void orderScaleAndShiftOfCodesMakeNoDifference() {
    double[] expected = scores(table);
    assertArrayEquals(expected, scores(table.shuffled(1)), 0);
    int[] order = {6, 3, 5, 0, 2, 4, 1};
    assertArrayEquals(expected, scores(SkewedTable.rearranged(table, order, 1, 0)), 1e-12);
    assertArrayEquals(expected, scores(SkewedTable.rearranged(table, SAME, 4096, 0)), 1e-12);
  }

  @Test
  void perfectCodesScoreOne() {
    double[][] codes = new double[8][];
    int[][] factors = new int[8][];
    for (int row = 0; row < 8; row++) {
      factors[row] = new int[] {row & 1, row >> 1 & 1, row >> 2};
      codes[row] = new double[] {factors[row][2], -factors[row][0], 3 + 5 * factors[row][1]};
    }
    assertArrayEquals(
        new double[] {1, 1, 1, 1, 1}, scores(LabelledCodes.of(codes, factors)), 1e-12);
  }

  @Test
  void constantCodesScoreNothing() {
    LabelledCodes flat = SkewedTable.rearranged(table, new int[] {3, 3}, 1, 0);
    MutualInformation information = MutualInformation.of(flat);
    double jemmig = 0;
    for (double entropy : information.factorEntropy()) {
      jemmig += Math.log(20) / (entropy + Math.log(20)) / 3;
    }
    assertArrayEquals(new double[] {0, 0, 0, jemmig, 0}, scores(flat), 1e-12);
    assertArrayEquals(new int[] {-1, -1, -1}, DciMig.score(information).codeOfFactor());
  }

  @Test
  void aSingleCodeHasNoSecondBest() {
    MutualInformation one =
        new MutualInformation(20, new double[][] {{LN2, 0.25 * LN2}}, new double[] {2}, ones(2));
    assertEquals((LN2 + 0.25 * LN2) / 2, Mig.score(one).score(), 1e-15);
    double first = 2 + 1 - 2 * LN2;
    double second = 2 + 1 - 2 * 0.25 * LN2;
    assertArrayEquals(new double[] {first, second}, Jemmig.score(one).raw(), 1e-15);
  }

  @Test
  void aSingleFactorHasNoOther() {
    MutualInformation one =
        new MutualInformation(20, new double[][] {{0.5}, {0.1}, {0}}, ones(3), ones(1));
    assertEquals(0.4, Mig.score(one).score(), 1e-15);
    assertArrayEquals(new double[] {0.5, 0.1, 0}, MigSup.score(one).perCode(), 1e-15);
    assertEquals(0.5, DciMig.score(one).score(), 1e-15);
    assertArrayEquals(new double[] {1, 1, 0}, Modularity.score(one).perCode(), 0);
  }

  @Test
  void fiveRows() {
    LabelledCodes few =
        LabelledCodes.of(
            new double[][] {{0, 3}, {1, 1}, {2, 4}, {3, 1}, {4, 5}},
            new int[][] {{0}, {0}, {1}, {1}, {1}});
    MutualInformation information = MutualInformation.of(few);
    double entropy = -0.4 * Math.log(0.4) - 0.6 * Math.log(0.6);
    assertEquals(entropy, information.mi()[0][0], 1e-15);
    double second = entropy - 0.4 * Math.log(2); // the two rows of value 1 have both labels
    assertEquals(second, information.mi()[1][0], 1e-15);
    assertEquals((entropy - second) / entropy, Mig.score(information).score(), 1e-15);
  }

  @Test
  void jemmigTakesTheLowestOfNearTies() {
    double[][] mi = {{0.5}, {0.5 + 1e-12}};
    MutualInformation information =
        new MutualInformation(20, mi, new double[] {1, 2.5}, new double[] {1});
    assertEquals(0, Jemmig.score(information).bestCode()[0]);
    assertEquals(1.5, Jemmig.score(information).raw()[0], 1e-11);
  }

  @Test
  void emptyMatricesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Modularity.score(new double[0][]));
    double[][] ragged = {{1, 2}, {1}};
    assertThrows(IllegalArgumentException.class, () -> Modularity.score(ragged));
  }

  private static double[] scores(LabelledCodes table) {
    MutualInformation information = MutualInformation.of(table);
    return SCORES.stream().mapToDouble(score -> score.applyAsDouble(information)).toArray();
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }
}
