// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.SkewedTable;
import org.junit.jupiter.api.Test;

/**
 * Gaussian correlation, mutual information of codes and dHSIC; expected numbers were computed with
 * numpy, scipy and scikit-learn.
 */
class IndependenceTest {

  private static final int[] WITHOUT_DUPLICATE = {0, 1, 2, 3, 4, 6};

  private final LabelledCodes table = SkewedTable.rows300();
  private final LabelledCodes distinct = SkewedTable.rearranged(table, WITHOUT_DUPLICATE, 1, 0);

  @Test
  void gaussianCorrelation() {
    GaussianCorrelation.Result result = GaussianCorrelation.score(CodeColumns.of(distinct));
    assertEquals(0.9294485163084221, result.totalCorrelation(), 1e-11);
    assertEquals(0.24987816259942086, result.wasserstein(), 1e-11);
    assertEquals(0.058571579683777374, result.wassersteinNorm(), 1e-11);
    assertEquals(List.of(3), result.constantCodes());
  }

  @Test
  void gaussianCorrelationUnderOtherScales() {
    GaussianCorrelation.Result result = GaussianCorrelation.score(CodeColumns.of(distinct));
    int[] order = {5, 0, 4, 3, 1, 2};
    GaussianCorrelation.Result other =
        GaussianCorrelation.score(
            CodeColumns.of(SkewedTable.rearranged(distinct.shuffled(2), order, -3, 100)));
    assertEquals(result.totalCorrelation(), other.totalCorrelation(), 1e-11);
    assertEquals(9 * result.wasserstein(), other.wasserstein(), 1e-10);
    assertEquals(result.wassersteinNorm(), other.wassersteinNorm(), 1e-11);
  }

  @Test
  void linearDependenceIsInfiniteTotalCorrelation() {
    GaussianCorrelation.Result duplicate = GaussianCorrelation.score(CodeColumns.of(table));
    assertEquals(Double.POSITIVE_INFINITY, duplicate.totalCorrelation());
    assertTrue(Double.isFinite(duplicate.wasserstein()));
    double[] first = table.codeColumn(0);
    double[] second = table.codeColumn(2);
    double[][] dependent = {
      first, second, IntStream.range(0, 300).mapToDouble(i -> 0.1 * first[i] - second[i]).toArray()
    };
    assertEquals(
        Double.POSITIVE_INFINITY,
        GaussianCorrelation.score(new CodeColumns(dependent)).totalCorrelation());
  }

  /** Two copies of variance s: tr S = 2 s and the root of the only eigenvalue is 2 s / sqrt 2. */
  @Test
  void wassersteinOfTwoCopies() {
    double[] column = {1, 2, 3, 4, 5};
    GaussianCorrelation.Result result =
        GaussianCorrelation.score(new CodeColumns(new double[][] {column, column}));
    assertEquals(2 * 5 - 2 * Math.sqrt(2) * 2.5, result.wasserstein(), 1e-6);
  }

  @Test
  void fewerThanTwoVaryingCodesAreIndependent() {
    double[][] columns = {{1, 1, 1}, {1, 2, 3}};
    GaussianCorrelation.Result one = GaussianCorrelation.score(new CodeColumns(columns));
    assertEquals(new GaussianCorrelation.Result(0, 0, 0, List.of(0)), one);
    double[][] singleRow = {{1}, {2}};
    assertEquals(
        new GaussianCorrelation.Result(0, 0, 0, List.of(0, 1)),
        GaussianCorrelation.score(new CodeColumns(singleRow)));
    assertEquals(0, MutualInformationScore.score(new CodeColumns(new double[][] {{1, 2}})).score());
    assertEquals(0, Dhsic.score(new CodeColumns(columns)).score(), 1e-15);
    assertEquals(0, Dhsic.score(new CodeColumns(singleRow)).score(), 0);
    double[][] flat = {{1, 1}, {2, 2}};
    assertEquals(0, Dhsic.score(new CodeColumns(flat)).score(), 0);
    assertEquals(List.of(0, 1), Dhsic.score(new CodeColumns(flat)).constantCodes());
  }

  @Test
  void mutualInformation() {
    MutualInformationScore.Result result = MutualInformationScore.score(CodeColumns.of(table));
    assertEquals(0.3724395152735013, result.score(), 1e-12);
    assertEquals(0, result.pairs()[3][3], 0);
    assertEquals(result.pairs()[0][0], result.pairs()[0][5], 1e-12);
    assertEquals(result.pairs()[2][6], result.pairs()[6][2], 0);
    int[] order = {6, 5, 4, 3, 2, 1, 0};
    LabelledCodes other = SkewedTable.rearranged(table.shuffled(4), order, 8, 0);
    assertEquals(
        result.score(), MutualInformationScore.score(CodeColumns.of(other)).score(), 1e-12);
  }

  @Test
  void dhsic() {
    Dhsic.Result result = Dhsic.score(CodeColumns.of(distinct));
    assertEquals(0.0035204124164728567, result.score(), 1e-14);
    double[] bandwidths = {
      0.23276004567742348,
      0.8468755017966032,
      1.5479522943496704,
      0,
      0.07241649077043064,
      0.45571306720376015
    };
    assertArrayEquals(bandwidths, result.bandwidths(), 0);
    assertEquals(List.of(3), result.constantCodes());
    assertEquals(
        0.010101418496042942, Dhsic.score(CodeColumns.of(distinct.slice(0, 99))).score(), 1e-14);
  }

  @Test
  void dhsicInAnyOrder() {
    double expected = Dhsic.score(CodeColumns.of(distinct)).score();
    int[] order = {5, 0, 4, 3, 1, 2};
    LabelledCodes other = SkewedTable.rearranged(distinct.shuffled(2), order, -1, 0);
    assertEquals(expected, Dhsic.score(CodeColumns.of(other)).score(), 1e-14);
  }

  @Test
  void dhsicOfBinaryCodesUsesTheLimitOfTheKernel() {
    double[] skewed = {0, 0, 0, 1};
    double[] other = {1, 0, 0, 0};
    Dhsic.Result result = Dhsic.score(new CodeColumns(new double[][] {skewed, other}));
    assertArrayEquals(new double[2], result.bandwidths(), 0);
    // Both agree for the 4 pairs of a row with itself and the 2 of rows 1 and 2.
    double joint = 6 / 16.0;
    double product = 10 / 16.0 * 10 / 16;
    double crossed = -2 * (0.75 * 0.25 + 0.75 * 0.75 + 0.75 * 0.75 + 0.25 * 0.75) / 4;
    assertArrayEquals(new double[] {joint, product, crossed}, result.terms(), 1e-15);
  }

  @Test
  void threadsMakeNoDifference() throws Exception {
    CodeColumns codes = CodeColumns.of(table);
    double expected = Dhsic.score(codes).score();
    for (int threads = 1; threads <= 3; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      assertEquals(expected, pool.submit(() -> Dhsic.score(codes).score()).get(), 0);
      pool.shutdown();
    }
  }

  @Test
  void medianDistanceIsThatOfAllPairs() {
    for (int rows = 1; rows <= 40; rows++) {
      double[][] noise = SkewedTable.noise(rows, rows, 1);
      boolean ties = rows % 3 == 0;
      double[] values =
          Arrays.stream(noise).mapToDouble(r -> ties ? Math.rint(4 * r[0]) : r[0]).toArray();
      double[] distances =
          Arrays.stream(values)
              .flatMap(a -> Arrays.stream(values).map(b -> Math.abs(a - b)))
              .sorted()
              .toArray();
      int pairs = distances.length;
      double expected = (distances[(pairs - 1) / 2] + distances[pairs / 2]) / 2;
      assertEquals(expected, MedianDistance.of(values), 0);
    }
  }
}
