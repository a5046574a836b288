// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Arrays;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The losses of variational autoencoders, each a mean over the batch, with their gradients. */
public final class VaeLosses {

  /**
   * The divergence from the prior and its gradients.
   *
   * @param perCode mean over the batch of the divergence of each code, in nats
   */
  public record Divergence(double[] perCode, INDArray toMean, INDArray toLogVariance) {

    public double value() {
      return Arrays.stream(perCode).sum();
    }
  }

  private VaeLosses() {}

  /**
   * Bernoulli negative log-likelihood: mean over images of the sum over pixels of the cross-entropy
   * with logits.
   *
   * @param pixels in [0, 1], as many as there are logits
   */
  public static Loss reconstruction(INDArray logits, float[] pixels) {
    double[] x = logits.dup('c').data().asDouble();
    long rows = logits.size(0);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double exponential = Math.exp(-Math.abs(x[i]));
      sum += Math.max(x[i], 0) - x[i] * pixels[i] + Math.log1p(exponential);
      double sigmoid = (x[i] >= 0 ? 1 : exponential) / (1 + exponential);
      x[i] = (sigmoid - pixels[i]) / rows;
    }
    return new Loss(sum / rows, Losses.like(logits, x));
  }

  /** KL(N(mean, exp(logVariance)) || N(0, 1)), summed over codes. */
  public static Divergence divergence(INDArray mean, INDArray logVariance) {
    int codes = (int) mean.size(1);
    long rows = mean.size(0);
    double[] m = mean.dup('c').data().asDouble();
    double[] s = logVariance.dup('c').data().asDouble();
    double[] perCode = new double[codes];
    for (int i = 0; i < m.length; i++) {
      double variance = Math.exp(s[i]);
      perCode[i % codes] += (m[i] * m[i] + variance - s[i] - 1) / 2 / rows;
      m[i] = m[i] / rows;
      s[i] = (variance - 1) / 2 / rows;
    }
    return new Divergence(perCode, Losses.like(mean, m), Losses.like(logVariance, s));
  }

  /** FactorVAE's estimate of the total correlation: mean over codes of logit 0 minus logit 1. */
  public static Loss totalCorrelation(INDArray logits) {
    double[] l = logits.dup('c').data().asDouble();
    long rows = logits.size(0);
    double sum = 0;
    for (int i = 0; i < l.length; i += 2) {
      sum += l[i] - l[i + 1];
      l[i] = 1.0 / rows;
      l[i + 1] = -1.0 / rows;
    }
    return new Loss(sum / rows, Losses.like(logits, l));
  }
}
