// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Negative log-likelihood of codes under Gaussians of Q's means and variances.
 *
 * @param value mean over images of the sum over codes
 * @param toMean gradient by the means
 * @param toLogVariance gradient by the logarithms of the variances; null where variances are 1
 */
public record GaussianCodes(double value, INDArray toMean, INDArray toLogVariance) {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** A code's part of the value where its mean is exact and its variance 1. */
  public static final double LEAST = LOG_TWO_PI / 2;

  /**
   * Sum over codes of ((mean - c)^2 / variance + log variance + log(2 pi)) / 2.
   *
   * @param logVariance null for variances of 1
   * @param latents the latent vectors the images were made from; their first columns are the codes
   */
  public static GaussianCodes of(INDArray mean, INDArray logVariance, float[] latents) {
    int rows = (int) mean.size(0);
    int codes = (int) mean.size(1);
    int width = latents.length / rows;
    double[] m = mean.dup('c').data().asDouble();
    double[] s =
        logVariance == null ? new double[m.length] : logVariance.dup('c').data().asDouble();
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      double precision = Math.exp(-s[i]);
      double difference = m[i] - latents[i / codes * width + i % codes];
      double squared = difference * difference * precision;
      sum += (squared + s[i] + LOG_TWO_PI) / 2;
      m[i] = difference * precision / rows;
      s[i] = (1 - squared) / 2 / rows;
    }
    return new GaussianCodes(
        sum / rows, Losses.like(mean, m), logVariance == null ? null : Losses.like(logVariance, s));
  }
}
