// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Spectral normalisation with one power iteration (Miyato et al. 2018, algorithm 1). With the
 * weight as a matrix M of one row per output: v = norm(M'u), u' = norm(Mv), sigma = u' M v, and the
 * weight used is W / sigma.
 *
 * <p>u' and v are constants in the gradient, as in the reference implementations of the method; the
 * InfoGAN-CR code lets the gradient through its single power iteration, which would be the same
 * thing if u had converged. It does not where weights move: after 800 steps of a small D sigma was
 * 5, 17 and 8% too small in its three convolutions, and their norms as much above 1. The method
 * lives with that; converging u by hand did not make codes better.
 *
 * <p>The length of u does not matter, nor does its sign: both iterations divide it out.
 *
 * @param normalisedWeight W / sigma, in the shape of W
 * @param nextVector u', to be stored once per iteration
 * @param rightVector v
 * @param sigma the estimate of the largest singular value
 */
record SpectralNorm(
    INDArray normalisedWeight, INDArray nextVector, INDArray rightVector, double sigma) {

  private static final double EPSILON = 1e-12;

  /**
   * @param into receives the normalised weight
   */
  static SpectralNorm of(INDArray weight, INDArray u, INDArray into) {
    INDArray matrix = asMatrix(weight);
    INDArray right = unit(matrix.transpose().mmul(u.reshape(u.length(), 1)));
    INDArray product = matrix.mmul(right);
    INDArray next = unit(product);
    double sigma = ChannelSums.total(product.mul(next));
    return new SpectralNorm(weight.div(sigma, into), next.reshape(u.length()), right, sigma);
  }

  /**
   * Turns, in place, the gradient g with respect to W / sigma into the gradient with respect to W:
   * (g - sum(g * W / sigma) u' v') / sigma.
   */
  void completeGradient(INDArray gradient) {
    double along = ChannelSums.total(gradient.mul(normalisedWeight));
    INDArray direction = nextVector.reshape(nextVector.length(), 1).mmul(rightVector.transpose());
    asMatrix(gradient).subi(direction.muli(along)).divi(sigma);
  }

  private static INDArray unit(INDArray vector) {
    return vector.div(Math.sqrt(ChannelSums.total(vector.mul(vector))) + EPSILON);
  }

  private static INDArray asMatrix(INDArray weight) {
    return weight.reshape('c', weight.size(0), weight.length() / weight.size(0));
  }
}
