// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How far the covariance C of the codes of a batch is from the identity (Kumar, Sattigeri and
 * Balakrishnan 2018, "Variational Inference of Disentangled Latent Concepts from Unlabeled
 * Observations", equations 6 and 7). C is the covariance of the means, divided by the number of
 * images as in disentanglement_lib, and for DIP-VAE-II with the mean variance of each code added.
 *
 * @param offDiagonal sum of C_ij^2 over all ordered pairs of two codes, before weighting
 * @param diagonal sum of (C_ii - 1)^2, before weighting
 * @param toMean gradient of the weighted sum by the means
 * @param toLogVariance the same by the logarithms of the variances; 0 for DIP-VAE-I
 */
record CovariancePenalty(
    double offDiagonal, double diagonal, INDArray toMean, INDArray toLogVariance) {

  /**
   * Computes the penalty and its gradients.
   *
   * @param mean of every code, [image][code]
   * @param logVariance likewise
   */
  static CovariancePenalty of(
      INDArray mean, INDArray logVariance, VaeObjective.InferredPrior objective) {
    Batch batch =
        new Batch(
            (int) mean.size(0),
            (int) mean.size(1),
            mean.dup('c').data().asDouble(),
            logVariance.dup('c').data().asDouble());
    batch.centre();
    double[] covariance = batch.covariance(objective.ofCodes());
    double offDiagonal = 0;
    double diagonal = 0;
    for (int i = 0; i < covariance.length; i++) {
      boolean own = i % (batch.codes + 1) == 0;
      double excess = covariance[i] - (own ? 1 : 0);
      offDiagonal += own ? 0 : excess * excess;
      diagonal += own ? excess * excess : 0;
      covariance[i] = 2 * (own ? objective.diagonal() : objective.offDiagonal()) * excess;
    }
    return new CovariancePenalty(
        offDiagonal,
        diagonal,
        Losses.like(mean, batch.toMean(covariance)),
        Losses.like(logVariance, batch.toLogVariance(covariance, objective.ofCodes())));
  }

  /**
   * Codes of a batch, [image][code] flattened; matrices are [code][code] flattened.
   *
   * @param mean less the mean over images, once that was taken
   */
  private record Batch(int rows, int codes, double[] mean, double[] logVariance) {

    void centre() {
      for (int code = 0; code < codes; code++) {
        double sum = 0;
        for (int at = code; at < mean.length; at += codes) {
          sum += mean[at];
        }
        for (int at = code; at < mean.length; at += codes) {
          mean[at] -= sum / rows;
        }
      }
    }

    double[] covariance(boolean ofCodes) {
      double[] sums = new double[codes * codes];
      for (int row = 0; row < mean.length; row += codes) {
        for (int i = 0; i < codes; i++) {
          for (int j = 0; j < codes; j++) {
            sums[i * codes + j] += mean[row + i] * mean[row + j] / rows;
          }
          sums[i * codes + i] += ofCodes ? Math.exp(logVariance[row + i]) / rows : 0;
        }
      }
      return sums;
    }

    /**
     * A code's mean moves its covariance with every code; that all means moved alike changes
     * nothing, so the centre has no part in it.
     */
    double[] toMean(double[] toCovariance) {
      double[] gradient = new double[mean.length];
      for (int at = 0; at < gradient.length; at++) {
        int code = at % codes;
        for (int other = 0; other < codes; other++) {
          gradient[at] += 2 * toCovariance[code * codes + other] * mean[at - code + other] / rows;
        }
      }
      return gradient;
    }

    double[] toLogVariance(double[] toCovariance, boolean ofCodes) {
      double[] gradient = new double[logVariance.length];
      for (int at = 0; ofCodes && at < gradient.length; at++) {
        int code = at % codes;
        gradient[at] = toCovariance[code * codes + code] * Math.exp(logVariance[at]) / rows;
      }
      return gradient;
    }
  }
}
