// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.GaussianCodes;
import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * L_Q, means over images of sums over codes: the cross-entropy of categorical codes, and of
 * continuous ones the negative log-likelihood under Q's Gaussians or, without variances, the
 * distance.
 *
 * @param value of both kinds
 * @param toMean gradient by Q's logits of categories and means of continuous codes
 * @param toLogVariance gradient by the logarithms of variances; null where Q has none
 * @param absolute mean of the absolute differences of means and continuous codes, over images and
 *     codes; 0 without such codes
 */
record CodeTerms(double value, INDArray toMean, INDArray toLogVariance, double absolute) {

  /**
   * @param mean one logit for each category of the categorical codes, then one mean for each
   *     continuous one
   * @param logVariance of each continuous code; null where Q has none
   * @param latents the latent vectors the images were made from
   */
  static CodeTerms of(
      INDArray mean,
      INDArray logVariance,
      float[] latents,
      LatentSpace latent,
      CodeDistance distance) {
    int rows = (int) mean.size(0);
    int width = (int) mean.size(1);
    int from = latent.categoryWidth();
    double absolute = 0;
    double[] values = mean.dup('c').data().asDouble();
    for (int row = 0; row < rows; row++) {
      for (int code = 0; code < latent.numContinuous(); code++) {
        absolute += Math.abs(difference(values, latents, latent, row, code));
      }
    }
    double each = latent.numContinuous() == 0 ? 0 : absolute / rows / latent.numContinuous();
    if (from == 0 && (logVariance != null || distance == CodeDistance.SQUARED)) {
      GaussianCodes codes = GaussianCodes.of(mean, logVariance, latents);
      return new CodeTerms(codes.value(), codes.toMean(), codes.toLogVariance(), each);
    }
    double sum = 0;
    double[] variances = logVariance == null ? null : logVariance.dup('c').data().asDouble();
    for (int row = 0; row < rows; row++) {
      int at = row * width;
      for (int code = 0; code < latent.categories().size(); code++) {
        int count = latent.categories().get(code);
        int category = (int) latents[row * latent.size() + code];
        sum += Losses.crossEntropy(values, at, count, category, 1.0 / rows);
        at += count;
      }
      for (int code = 0; code < latent.numContinuous(); code++) {
        double difference = difference(values, latents, latent, row, code);
        int place = row * width + from + code;
        if (variances != null) {
          int spread = row * latent.numContinuous() + code;
          double precision = Math.exp(-variances[spread]);
          double squared = difference * difference * precision;
          sum += (squared + variances[spread]) / 2 + GaussianCodes.LEAST;
          values[place] = difference * precision / rows;
          variances[spread] = (1 - squared) / 2 / rows;
        } else if (distance == CodeDistance.L1) {
          sum += Math.abs(difference);
          values[place] = Math.signum(difference) / rows;
        } else {
          sum += difference * difference / 2 + GaussianCodes.LEAST;
          values[place] = difference / rows;
        }
      }
    }
    return new CodeTerms(
        sum / rows,
        Losses.like(mean, values),
        logVariance == null ? null : Losses.like(logVariance, variances),
        each);
  }

  /** Of Q's mean and the code. */
  private static double difference(
      double[] values, float[] latents, LatentSpace latent, int row, int code) {
    int width = latent.codeWidth();
    int from = latent.categoryWidth();
    int given = row * latent.size() + latent.categories().size() + code;
    return values[row * width + from + code] - latents[given];
  }
}
