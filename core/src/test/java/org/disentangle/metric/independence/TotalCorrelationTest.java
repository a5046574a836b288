// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.disentangle.metric.RandomOrder;
import org.disentangle.metric.SkewedTable;
import org.disentangle.metric.independence.TotalCorrelation.Result;
import org.disentangle.metric.independence.TotalCorrelation.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TotalCorrelationTest {

  @Test
  void agreesWithSumsOfDensities() {
    double[][] means = SkewedTable.noise(3, 7, 2);
    double[][] stds = SkewedTable.noise(4, 7, 2);
    for (double[] row : stds) {
      row[0] += 0.7;
      row[1] += 0.6;
    }
    PosteriorCodes codes = new PosteriorCodes(means, stds);
    for (int batchSize = 2; batchSize <= 7; batchSize++) {
      Settings settings = new Settings(50, batchSize, 9);
      Result result = TotalCorrelation.score(codes, settings);
      assertEquals(bruteForce(codes, settings), result.score(), 1e-12);
      assertEquals(7 / batchSize, result.batches());
    }
  }

  /** ln q(z) - SUM_j ln q(z_j) with the batch's square matrix of weights written out. */
  private static double bruteForce(PosteriorCodes codes, Settings settings) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    double[][] samples = codes.sample(random);
    int[] order = RandomOrder.of(codes.rows(), random);
    int batches = codes.rows() / settings.batchSize();
    double sum = 0;
    for (int batch = 0; batch < batches; batch++) {
      int from = codes.rows() * batch / batches;
      int size = codes.rows() * (batch + 1) / batches - from;
      double[][] weights = weights(size, settings.datasetSize());
      for (int i = 0; i < size; i++) {
        double joint = 0;
        double[] marginals = new double[codes.numCodes()];
        for (int m = 0; m < size; m++) {
          double product = weights[i][m];
          for (int code = 0; code < marginals.length; code++) {
            double density =
                density(
                    samples[order[from + i]][code],
                    codes.means()[order[from + m]][code],
                    codes.stds()[order[from + m]][code]);
            product *= density;
            marginals[code] += weights[i][m] * density;
          }
          joint += product;
        }
        sum += Math.log(joint);
        for (double marginal : marginals) {
          sum -= Math.log(marginal);
        }
      }
    }
    return sum / codes.rows();
  }

  private static double[][] weights(int size, double datasetSize) {
    double others = size - 1;
    double[][] weights = new double[size][size];
    for (int i = 0; i < size; i++) {
      double total = 0;
      for (int m = 0; m < size; m++) {
        weights[i][m] = 1 / others;
      }
      weights[i][(i + 1) % size] = (datasetSize - others) / (datasetSize * others);
      weights[i][i] = 1 / datasetSize;
      for (double weight : weights[i]) {
        total += weight;
      }
      assertEquals(1, total, 1e-12);
    }
    return weights;
  }

  private static double density(double value, double mean, double std) {
    double deviation = (value - mean) / std;
    return Math.exp(-deviation * deviation / 2) / (std * Math.sqrt(2 * Math.PI));
  }

  /** q(z) is Gaussian where the means are; its total correlation is -ln(1 - r^2) / 2. */
  @Test
  void ofCorrelatedGaussians() {
    double std = 0.5;
    double[][] means = new double[4000][];
    SplittableRandom random = new SplittableRandom(8);
    for (int row = 0; row < means.length; row++) {
      double first = random.nextGaussian();
      means[row] = new double[] {first, 0.9 * first + Math.sqrt(0.19) * random.nextGaussian()};
    }
    double correlation = 0.9 / (1 + std * std);
    Result result =
        TotalCorrelation.score(PosteriorCodes.of(means, std), new Settings(means.length, 1000, 5));
    assertEquals(-Math.log(1 - correlation * correlation) / 2, result.score(), 0.03);
    double variance = 1 + std * std;
    double meanLog = -Math.log(2 * Math.PI * Math.E * variance) / 2;
    assertEquals(meanLog, result.meanLogMarginals()[0], 0.05);
  }

  @Test
  void ofIndependentGaussians() {
    double[][] means = new double[2000][3];
    SplittableRandom random = new SplittableRandom(2);
    for (double[] row : means) {
      for (int code = 0; code < 3; code++) {
        row[code] = random.nextGaussian();
      }
    }
    Settings settings = new Settings(means.length, 1000, 5);
    double score = TotalCorrelation.score(PosteriorCodes.of(means, 1), settings).score();
    assertEquals(0, score, 0.03);
    double[][] single = new double[2000][1];
    assertEquals(0, TotalCorrelation.score(PosteriorCodes.of(single, 1), settings).score(), 0);
  }

  @Test
  void tinyDeviationsDoNotUnderflow() {
    double[][] means = SkewedTable.noise(3, 40, 6);
    Result result = TotalCorrelation.score(PosteriorCodes.of(means, 1e-6), new Settings(40, 20, 1));
    assertEquals(5 * Math.log(40), result.score(), 1e-6); // every sample knows its own row alone
  }

  @Test
  void theSameForAnyNumberOfThreads() throws Exception {
    PosteriorCodes codes = PosteriorCodes.of(SkewedTable.noise(3, 100, 4), 0.2);
    Settings settings = new Settings(1000, 9, 1);
    Result expected = TotalCorrelation.score(codes, settings);
    for (int threads = 1; threads <= 3; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      Result found = pool.submit(() -> TotalCorrelation.score(codes, settings)).get();
      pool.shutdown();
      assertEquals(expected.score(), found.score(), 0);
      assertArrayEquals(expected.meanLogMarginals(), found.meanLogMarginals(), 0);
    }
    double other = TotalCorrelation.score(codes, new Settings(1000, 9, 2)).score();
    assertTrue(other != expected.score());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    PosteriorCodes codes = PosteriorCodes.of(SkewedTable.noise(3, 10, 2), 1);
    refused(() -> TotalCorrelation.score(codes, new Settings(10, 1, 0)));
    refused(() -> TotalCorrelation.score(codes, new Settings(10, 11, 0)));
    refused(() -> TotalCorrelation.score(codes, new Settings(9, 5, 0)));
    refused(() -> PosteriorCodes.of(new double[][] {{1}}, 0));
    refused(() -> PosteriorCodes.of(new double[][] {{Double.NaN}}, 1));
    refused(() -> new PosteriorCodes(new double[][] {{1}}, new double[][] {{1, 1}}));
    refused(() -> PosteriorCodes.of(new double[0][], 1));
  }

  private static void refused(Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }
}
