// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

/**
 * The Inception score (Salimans et al., "Improved Techniques for Training GANs", 2016, section 4):
 *
 * <pre>
 * exp( mean over x of KL( p(y|x) || p(y) ) ),   p(y) = mean over x of p(y|x)
 * </pre>
 *
 * <p>It is high if the classifier is sure of every image and names all classes equally often. All
 * rows are taken together, as one split.
 *
 * <p>Equal rows, a single row among them, score 1, the smallest value; so does a classifier of one
 * class. A class of probability 0 adds nothing to a divergence.
 */
public final class InceptionScore {

  /**
   * @param score the score, from 1 to {@code maximum}
   * @param klStd standard deviation over the images of KL(p(y|x) || p(y)), in nats, divided by the
   *     number of images; 0 for one image
   * @param maximum the largest possible score: the number of classes
   */
  public record Result(double score, double klStd, double maximum) {}

  private InceptionScore() {}

  /** The score of some images. */
  public static Result of(ClassProbabilities images) {
    double[] logMarginal = new double[images.numClasses()];
    for (int category = 0; category < logMarginal.length; category++) {
      // a difference of logarithms, since a tiny sum divided by the rows may underflow to 0
      logMarginal[category] =
          Math.log(SortedSum.of(images.column(category))) - Math.log(images.rows());
    }
    double[] divergences = new double[images.rows()];
    for (int row = 0; row < divergences.length; row++) {
      for (int category = 0; category < logMarginal.length; category++) {
        double probability = images.probability(row, category);
        if (probability > 0) {
          divergences[row] += probability * (Math.log(probability) - logMarginal[category]);
        }
      }
    }
    return new Result(
        Math.exp(SortedSum.mean(divergences)), SortedSum.std(divergences), images.numClasses());
  }
}
