// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.intervention;

import java.util.Arrays;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * Which share of a reading's variance each code explains by itself: the first-order index of Sobol
 * ("Global sensitivity indices for nonlinear mathematical models", 2001), {@code S_jk = Var(E[y_k |
 * z_j]) / Var(y_k)}. A reading is anything measured in an image, such as where the object is. If
 * exactly one code moves it, that code's share is 1 and all others' are 0; what no code explains by
 * itself is due to several codes together, or to noise.
 *
 * <p>Estimated from pairs of images that share code j and nothing else: their covariance over their
 * variance, with the mean and the variance of both together (Janon et al., "Asymptotic normality
 * and efficiency of two Sobol index estimators", 2014). So a share has a standard error of about
 * {@code 1 / sqrt(pairs of the code)} where it is small, and may be a little below 0.
 */
public final class VarianceShares {

  /**
   * @param shares S_jk, [code][reading]; a reading that is the same in all images has 0
   * @param perReading the largest share of each reading
   * @param bestCode the code that has it; the lowest of several
   * @param left pairs of each reading that were left out, because it is NaN in one of their images
   */
  public record Result(double[][] shares, double[] perReading, int[] bestCode, int[] left) {

    /** Mean over readings of the largest share: 1 where each is moved by one code alone. */
    public double score() {
      return Arrays.stream(perReading).average().orElse(Double.NaN);
    }
  }

  private VarianceShares() {}

  /**
   * @param first readings of the first images, [pair][reading]; NaN where there is nothing to read
   * @param second readings of the second images
   * @param index the code that each pair shares
   * @param numCodes number of codes
   * @throws IllegalArgumentException if the arrays are not of the same length, or a code has fewer
   *     than two pairs with a reading
   */
  public static Result of(double[][] first, double[][] second, int[] index, int numCodes) {
    if (first.length != second.length || first.length != index.length || first.length == 0) {
      throw InvalidInputException.of(
          "pairs",
          String.format(
              Locale.ROOT,
              "%d first images, %d second images, %d codes",
              first.length,
              second.length,
              index.length),
          "one or more of each, and as many");
    }
    int readings = first[0].length;
    double[][] shares = new double[numCodes][readings];
    int[] left = new int[readings];
    for (int code = 0; code < numCodes; code++) {
      for (int reading = 0; reading < readings; reading++) {
        shares[code][reading] = share(first, second, index, code, reading);
      }
    }
    double[] perReading = new double[readings];
    int[] bestCode = new int[readings];
    for (int reading = 0; reading < readings; reading++) {
      for (int code = 1; code < numCodes; code++) {
        if (shares[code][reading] > shares[bestCode[reading]][reading]) {
          bestCode[reading] = code;
        }
      }
      perReading[reading] = shares[bestCode[reading]][reading];
      for (int pair = 0; pair < index.length; pair++) {
        left[reading] += isRead(first, second, pair, reading) ? 0 : 1;
      }
    }
    return new Result(shares, perReading, bestCode, left);
  }

  private static double share(
      double[][] first, double[][] second, int[] index, int code, int reading) {
    int pairs = 0;
    double sum = 0;
    for (int pair = 0; pair < index.length; pair++) {
      if (index[pair] == code && isRead(first, second, pair, reading)) {
        pairs++;
        sum += (first[pair][reading] + second[pair][reading]) / 2;
      }
    }
    if (pairs < 2) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "pairs that share code %d", code),
          String.format(Locale.ROOT, "%d with a number for reading %d", pairs, reading),
          "at least 2");
    }
    double mean = sum / pairs;
    double covariance = 0;
    double variance = 0;
    for (int pair = 0; pair < index.length; pair++) {
      if (index[pair] == code && isRead(first, second, pair, reading)) {
        double a = first[pair][reading] - mean;
        double b = second[pair][reading] - mean;
        covariance += a * b;
        variance += (a * a + b * b) / 2;
      }
    }
    return variance == 0 ? 0 : covariance / variance;
  }

  private static boolean isRead(double[][] first, double[][] second, int pair, int reading) {
    return !Double.isNaN(first[pair][reading]) && !Double.isNaN(second[pair][reading]);
  }
}
