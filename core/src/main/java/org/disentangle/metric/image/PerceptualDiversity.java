// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import java.util.Arrays;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * Perceptual diversity (Liu et al., "OOGAN: Disentangling GAN with One-Hot Sampling and Orthogonal
 * Regularization", 2020): how different two images look that were made from the same latent vector
 * but for two exchanged codes. "Look" means the features of a network that was trained to see.
 *
 * <pre>
 * mean over pairs of ( mean over features of |a - b| )
 * </pre>
 *
 * <p>The mean over features, not their sum, so that the number does not grow with the layer the
 * features come from. At least 0, in units of the features; larger is more diverse. Pairs of equal
 * images score 0. Which image of a pair comes first plays no part.
 */
public final class PerceptualDiversity {

  /**
   * @param score the mean distance
   * @param std standard deviation of the distance over the pairs, divided by the number of pairs
   * @param pairs how many pairs there are
   */
  public record Result(double score, double std, int pairs) {}

  private PerceptualDiversity() {}

  /**
   * The diversity of some pairs.
   *
   * @param numFeatures features an image, at least 1
   * @param first features of the first image of each pair, pair by pair; finite
   * @param second features of the second image of each pair, in the same order; finite
   * @throws IllegalArgumentException if there is no pair, if the lengths differ or are no multiple
   *     of {@code numFeatures}, or if a value is NaN or infinite
   */
  public static Result of(int numFeatures, double[] first, double[] second) {
    if (first.length != second.length) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%d values of first and %d of second images",
              first.length,
              second.length),
          "as many of both");
    }
    if (numFeatures < 1 || first.length == 0 || first.length % numFeatures != 0) {
      throw refused(
          String.format(
              Locale.ROOT, "%d values for images of %d features", first.length, numFeatures),
          "one or more whole images of one or more features");
    }
    double[] distances = new double[first.length / numFeatures];
    for (int i = 0; i < first.length; i++) {
      double difference = Math.abs(first[i] - second[i]);
      if (!Double.isFinite(difference)) {
        throw refused(
            String.format(
                Locale.ROOT, "%s and %s in pair %d", first[i], second[i], i / numFeatures),
            "finite numbers",
            "The network that computes the features diverged.");
      }
      distances[i / numFeatures] += difference;
    }
    Arrays.setAll(distances, pair -> distances[pair] / numFeatures);
    return new Result(SortedSum.mean(distances), SortedSum.std(distances), distances.length);
  }

  /**
   * The same from one array an image.
   *
   * @throws IllegalArgumentException as {@link #of(int, double[], double[])} does, and for images
   *     with different numbers of features
   */
  public static Result of(double[][] first, double[][] second) {
    double[] one = Rows.flat("first images", first);
    double[] other = Rows.flat("second images", second);
    if (first.length != second.length) {
      throw refused(
          String.format(Locale.ROOT, "%d first and %d second images", first.length, second.length),
          "as many of both");
    }
    return of(first.length == 0 ? 1 : first[0].length, one, other);
  }

  private static InvalidInputException refused(String found, String expected) {
    return refused(found, expected, null);
  }

  private static InvalidInputException refused(String found, String expected, String advice) {
    return InvalidInputException.of("features of pairs", found, expected, advice);
  }
}
