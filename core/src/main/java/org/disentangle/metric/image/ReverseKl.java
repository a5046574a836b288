// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import java.util.Arrays;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * The reverse Kullback-Leibler divergence of generated classes, which measures lost modes (Lin et
 * al., "InfoGAN-CR and ModelCentrality", 2020, and "PacGAN", 2018): each image counts for its most
 * probable class, and the histogram q of classes is compared with the distribution p of real data,
 *
 * <pre>
 * KL(q || p) = sum over classes of q ln(q / p)   in nats
 * </pre>
 *
 * <p>0 is best. Classes never seen add 0. Against the uniform distribution over K classes the
 * largest value is ln K, when all images are of one class. A class that is seen though p gives it
 * probability 0 makes the divergence infinite.
 */
public final class ReverseKl {

  /**
   * @param divergence KL(q || p) in nats, at least 0
   * @param counts images of each most probable class; of several equally probable ones the lowest
   */
  public record Result(double divergence, int[] counts) {}

  private ReverseKl() {}

  /** The divergence from the uniform distribution over all classes. */
  public static Result of(ClassProbabilities images) {
    double[] uniform = new double[images.numClasses()];
    Arrays.fill(uniform, 1.0 / uniform.length);
    return of(images, uniform);
  }

  /**
   * The divergence from a given distribution.
   *
   * @param reference probability of each class
   * @throws IllegalArgumentException if the reference has another number of classes or is no
   *     distribution
   */
  public static Result of(ClassProbabilities images, double[] reference) {
    if (reference.length != images.numClasses()) {
      throw refused(
          reference.length + " classes",
          String.format(
              Locale.ROOT, "%d classes, as many as the images have", images.numClasses()));
    }
    ClassProbabilities.fault(reference.length, reference)
        .ifPresent(
            found -> {
              throw refused(found, ClassProbabilities.EXPECTED);
            });
    int[] counts = new int[reference.length];
    for (int row = 0; row < images.rows(); row++) {
      counts[images.mostProbable(row)]++;
    }
    double divergence = 0;
    for (int category = 0; category < counts.length; category++) {
      if (counts[category] > 0) {
        double share = (double) counts[category] / images.rows();
        divergence += share * Math.log(share / reference[category]);
      }
    }
    return new Result(Math.max(0, divergence), counts);
  }

  private static InvalidInputException refused(String found, String expected) {
    return InvalidInputException.of(
        "reference distribution", found, expected, "Divide counts by their sum.");
  }
}
