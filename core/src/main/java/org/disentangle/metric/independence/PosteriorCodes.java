// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.disentangle.error.InvalidInputException;

/**
 * Codes of an encoder that gives a distribution: for each row a Gaussian with a mean and a standard
 * deviation for each code, independent given the row.
 *
 * @param means [row][code], finite; at least one code
 * @param stds [row][code], above 0 and finite
 */
public record PosteriorCodes(double[][] means, double[][] stds) {

  /**
   * @throws IllegalArgumentException if the shapes differ, or a number is out of range
   */
  public PosteriorCodes {
    int numCodes = means.length == 0 ? 0 : means[0].length;
    if (numCodes == 0 || means.length != stds.length) {
      throw InvalidInputException.of(
          "posteriors",
          String.format(
              Locale.ROOT,
              "%d rows of means of %d codes, %d of standard deviations",
              means.length,
              numCodes,
              stds.length),
          "the same number of both, at least 1, of at least 1 code");
    }
    for (int row = 0; row < means.length; row++) {
      if (means[row].length != numCodes
          || stds[row].length != numCodes
          || !Arrays.stream(means[row]).allMatch(Double::isFinite)
          || !Arrays.stream(stds[row]).allMatch(std -> std > 0 && Double.isFinite(std))) {
        throw InvalidInputException.of(
            "posteriors, row " + row,
            String.format(
                Locale.ROOT,
                "means %s, standard deviations %s",
                Arrays.toString(means[row]),
                Arrays.toString(stds[row])),
            String.format(
                Locale.ROOT, "%d finite means and as many standard deviations above 0", numCodes),
            "Give standard deviations, not variances or their logarithms.");
      }
    }
  }

  /** One standard deviation for all rows and codes. */
  public static PosteriorCodes of(double[][] means, double std) {
    double[][] stds = new double[means.length][];
    for (int row = 0; row < means.length; row++) {
      stds[row] = new double[means[row].length];
      Arrays.fill(stds[row], std);
    }
    return new PosteriorCodes(means, stds);
  }

  public int rows() {
    return means.length;
  }

  public int numCodes() {
    return means[0].length;
  }

  /** One sample of each row's distribution, [row][code]. */
  double[][] sample(SplittableRandom random) {
    double[][] samples = new double[rows()][numCodes()];
    for (int row = 0; row < samples.length; row++) {
      for (int code = 0; code < numCodes(); code++) {
        samples[row][code] = means[row][code] + stds[row][code] * random.nextGaussian();
      }
    }
    return samples;
  }

  /** Log of the density at the mean, of each code of a row. */
  double[] logPeaks(int row) {
    return Arrays.stream(stds[row]).map(std -> -Math.log(std * Math.sqrt(2 * Math.PI))).toArray();
  }

  /** How far the log density at a value is below that at the mean. */
  double depth(int row, int code, double value) {
    double deviation = (value - means[row][code]) / stds[row][code];
    return deviation * deviation / 2;
  }
}
