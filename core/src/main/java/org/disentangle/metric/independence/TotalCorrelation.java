// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.RandomOrder;

/**
 * Total correlation of codes that are distributions, {@code KL(q(z) || PROD_j q(z_j))} in nats, by
 * minibatch stratified sampling (Chen et al., "Isolating Sources of Disentanglement in Variational
 * Autoencoders", 2018, appendix, equation S6).
 *
 * <p>Within a batch of M + 1 rows out of a data set of N, {@code q(z)} at a sample z of row n is
 * estimated by {@code 1/N q(z|n) + (N-M)/(N M) q(z|n') + SUM 1/M q(z|m)}: row n itself, one other
 * row n', here the next one in the batch, and the M - 1 remaining ones; {@code q(z_j)} in the same
 * way. The score is the mean of {@code ln q(z) - SUM_j ln q(z_j)} over one sample of each row.
 *
 * <p>A widespread implementation puts the weight 1/N in the first column of the batch's square
 * matrix of densities instead of on its diagonal; its values differ.
 *
 * <p>The estimate of q(z) is unbiased, its logarithm is not: the score is off where batches are
 * small for how narrow the codes are. A single code gives 0. The score may be a little below 0.
 * Duplicate codes raise it without bound as they narrow.
 */
public final class TotalCorrelation {

  /**
   * @param datasetSize N, rows of the data set the rows are a random sample of
   * @param batchSize M + 1, rows of a batch; at least 2
   * @param seed seed of the batches and of the sample of each row
   */
  public record Settings(long datasetSize, int batchSize, long seed) {}

  /**
   * @param score the total correlation
   * @param meanLogJoint mean of ln q(z)
   * @param meanLogMarginals mean of ln q(z_j) of each code
   * @param batches number of batches
   */
  public record Result(double score, double meanLogJoint, double[] meanLogMarginals, int batches) {}

  private TotalCorrelation() {}

  /**
   * The total correlation. Rows are dealt to batches at random; where their number is not a
   * multiple of the batch size, batches are a little larger, so that every row counts.
   *
   * @throws IllegalArgumentException if a batch has less than two rows or more than there are, or
   *     the data set is smaller than the rows given
   */
  public static Result score(PosteriorCodes codes, Settings settings) {
    int rows = codes.rows();
    int batchSize = settings.batchSize();
    if (batchSize < 2 || batchSize > rows || settings.datasetSize() < rows) {
      throw InvalidInputException.of(
          "settings",
          String.format(
              Locale.ROOT,
              "batches of %d of %d rows of a data set of %d",
              batchSize,
              rows,
              settings.datasetSize()),
          "batches of at least 2 rows, no more than are given, and a data set no smaller");
    }
    SplittableRandom random = new SplittableRandom(settings.seed());
    double[][] samples = codes.sample(random);
    int[] order = RandomOrder.of(rows, random);
    int batches = rows / batchSize;
    double[][] sums =
        IntStream.range(0, batches)
            .parallel()
            .mapToObj(
                batch ->
                    new Batch(
                            codes,
                            samples,
                            Arrays.copyOfRange(
                                order,
                                (int) ((long) rows * batch / batches),
                                (int) ((long) rows * (batch + 1) / batches)),
                            settings.datasetSize())
                        .sumsOfLogs())
            .toArray(double[][]::new);
    double[] means = new double[codes.numCodes() + 1];
    for (double[] ofBatch : sums) {
      Arrays.setAll(means, i -> means[i] + ofBatch[i] / rows);
    }
    double[] marginals = Arrays.copyOf(means, codes.numCodes());
    double joint = means[codes.numCodes()];
    double score = codes.numCodes() == 1 ? 0 : joint - Arrays.stream(marginals).sum();
    return new Result(score, joint, marginals, batches);
  }

  private record Batch(PosteriorCodes codes, double[][] samples, int[] rows, long datasetSize) {

    /** Sums over the batch of ln q(z_j), code by code, and last of ln q(z). */
    double[] sumsOfLogs() {
      int numCodes = codes.numCodes();
      double[] sums = new double[numCodes + 1];
      double[][] terms = new double[numCodes + 1][rows.length];
      double[][] logPeaks = new double[rows.length][];
      Arrays.setAll(logPeaks, at -> codes.logPeaks(rows[at]));
      double others = rows.length - 1;
      double ownWeight = -Math.log(datasetSize);
      double nextWeight = Math.log((datasetSize - others) / (datasetSize * others));
      double restWeight = -Math.log(others);
      for (int own = 0; own < rows.length; own++) {
        int next = (own + 1) % rows.length;
        for (int at = 0; at < rows.length; at++) {
          double logWeight = at == own ? ownWeight : at == next ? nextWeight : restWeight;
          double logJoint = logWeight;
          for (int code = 0; code < numCodes; code++) {
            double logDensity =
                logPeaks[at][code] - codes.depth(rows[at], code, samples[rows[own]][code]);
            terms[code][at] = logWeight + logDensity;
            logJoint += logDensity;
          }
          terms[numCodes][at] = logJoint;
        }
        for (int i = 0; i < sums.length; i++) {
          sums[i] += logSumExp(terms[i]);
        }
      }
      return sums;
    }
  }

  private static double logSumExp(double[] terms) {
    double largest = Arrays.stream(terms).max().getAsDouble();
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - largest);
    }
    return largest + Math.log(sum);
  }
}
