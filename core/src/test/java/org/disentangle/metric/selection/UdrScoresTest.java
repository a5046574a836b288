// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.SkewedTable;
import org.disentangle.metric.selection.UdrScores.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Expected numbers were computed with scikit-learn's Lasso and scipy's spearmanr. */
class UdrScoresTest {

  private static final Settings LASSO = new Settings(Relation.LASSO, true);
  private static final Settings SPEARMAN = Settings.DEFAULT;

  private static final double[][][] MIXTURES = {
    {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
    {{0, 1, 0, 0}, {0.8, 0, 0.3, 0}, {0, 0, -1, 0}, {0.1, 0.1, 0.1, 1}},
    {{1, 1, 0, 0}, {1, -1, 0, 0}, {0, 0, 1, 1}, {0, 0, 1, -1}},
    {{0, 0, 0, 2}, {1, 0.2, 0, 0}, {0, 0, 0, 0}, {0, 0, 1, 0}}
  };

  private final double[][][] codes = new double[4][200][4];

  UdrScoresTest() {
    double[][] sources = SkewedTable.noise(3, 200, 4);
    for (int model = 0; model < 4; model++) {
      for (int row = 0; row < 200; row++) {
        for (int latent = 0; latent < 4; latent++) {
          for (int i = 0; i < 4; i++) {
            codes[model][row][latent] += MIXTURES[model][latent][i] * sources[row][i];
          }
        }
      }
    }
  }

  @Test
  void withoutDivergencesConstantLatentsAreMasked() {
    UdrScores.Result lasso = UdrScores.score(codes, LASSO);
    assertScores(
        lasso,
        1e-10,
        0.7790819245121221,
        0.6929141187558729,
        0.31553079962274067,
        0.7359581368629706);
    assertArrayEquals(new boolean[] {true, true, false, true}, lasso.informative()[3]);
    assertArrayEquals(new int[] {0, 3, 1, 2}, lasso.ranking());
    assertEquals(0, lasso.selected());
    assertScores(
        UdrScores.score(codes, SPEARMAN),
        1e-12,
        0.7351802800918097,
        0.6361911407101799,
        0.32679598891431993,
        0.6361911407101799);
  }

  @Test
  void smallDivergencesAreMasked() {
    double[][] kl = {{1, 1, 1, 1}, {1, 0.01, 1, 1}, {1, 1, 0.5, 0}, {2, 1, 0.001, 1}};
    assertScores(
        UdrScores.score(codes, kl, LASSO),
        1e-10,
        0.7790819245121221,
        0.6219281100662623,
        0.4490953310429725,
        0.6067499142332808);
    assertScores(
        UdrScores.score(codes, kl, SPEARMAN),
        1e-12,
        0.7351802800918097,
        0.6205635762651757,
        0.5101561805589607,
        0.6205635762651757);
  }

  @Test
  void anEvenNumberOfOthersAveragesTheMiddleTwo() {
    UdrScores.Result result = UdrScores.score(Arrays.copyOf(codes, 3), LASSO);
    assertEquals((result.pairs()[1][0] + result.pairs()[2][0]) / 2, result.scores()[0], 1e-15);
  }

  @Test
  void orderSignAndScaleOfLatentsMakeNoDifference() {
    double[][][] other = codes.clone();
    other[1] =
        Arrays.stream(codes[1])
            .map(row -> new double[] {-3 * row[2], row[0] + 5, row[3], 0.1 * row[1]})
            .toArray(double[][]::new);
    for (Settings settings : new Settings[] {LASSO, SPEARMAN}) {
      assertArrayEquals(
          UdrScores.score(codes, settings).scores(),
          UdrScores.score(other, settings).scores(),
          1e-10);
    }
  }

  @Test
  void identicalModelsAgreeCompletely() {
    double[][][] pair = {independent(), independent()};
    assertArrayEquals(new double[] {0.9, 0.9}, UdrScores.score(pair, LASSO).scores(), 1e-10);
    double spearman = UdrScores.score(pair, SPEARMAN).scores()[0];
    assertEquals(1, spearman, 1e-12);
  }

  /** All sign patterns of two latents: uncorrelated. */
  private static double[][] independent() {
    return new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
  }

  @Test
  void aModelWithoutInformationScoresNothing() {
    double[][] kl = {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}, {0, 0, 0, 0}};
    assertEquals(0, UdrScores.score(codes, kl, SPEARMAN).scores()[3], 0);
    assertEquals(0, UdrScores.score(codes, kl, LASSO).scores()[3], 0);
  }

  @Test
  void aConstantLatentThatIsNotMaskedIsUndefinedForRanks() {
    double[][] kl = {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}};
    UdrScores.Result result = UdrScores.score(codes, kl, SPEARMAN);
    UdrScores.Result masked = UdrScores.score(codes, SPEARMAN);
    assertEquals(masked.pairs()[0][1], result.pairs()[0][1], 0);
    // Each column of the matrix holds an undefined number, so only three of its four rows count.
    double[][] related =
        Relation.SPEARMAN.relate(
            Relation.SPEARMAN.prepare(CodeColumns.ofRows(codes[3]).columns()),
            Relation.SPEARMAN.prepare(CodeColumns.ofRows(codes[0]).columns()));
    double rows = 0;
    for (int latent : new int[] {0, 1, 3}) {
      double largest = Arrays.stream(related[latent]).max().getAsDouble();
      rows += largest * largest / Arrays.stream(related[latent]).sum() / 4;
    }
    assertEquals(rows / 2, result.pairs()[3][0], 1e-12);
  }

  @Test
  void malformedInputIsRefused() {
    refused(() -> UdrScores.score(Arrays.copyOf(codes, 1), LASSO));
    refused(() -> UdrScores.score(codes, new double[3][4], LASSO));
    refused(() -> UdrScores.score(codes, new double[4][3], LASSO));
    double[][] undefined = new double[4][4];
    undefined[2][1] = Double.NaN;
    refused(() -> UdrScores.score(codes, undefined, LASSO));
    double[][][] shorter = codes.clone();
    shorter[2] = Arrays.copyOf(codes[2], 10);
    refused(() -> UdrScores.score(shorter, LASSO));
  }

  private static void assertScores(UdrScores.Result result, double tolerance, double... expected) {
    assertArrayEquals(expected, result.scores(), tolerance);
  }

  private static void refused(Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }
}
