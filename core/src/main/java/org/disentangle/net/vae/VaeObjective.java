// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import java.io.Serializable;
import org.disentangle.net.CheckpointText;

/** What a variational autoencoder minimises besides the reconstruction error. */
public sealed interface VaeObjective extends Serializable {

  /** beta-VAE (Higgins et al. 2017): beta times the divergence; 1 is the plain autoencoder. */
  record Beta(double beta) implements VaeObjective {}

  /**
   * beta-VAE with rising capacity (Burgess et al. 2018): gamma |KL - C|, with C rising linearly
   * from 0 to {@code capacity} in this number of iterations.
   *
   * @param capacity in nats
   */
  record Capacity(double gamma, double capacity, long iterations) implements VaeObjective {

    double at(long iteration) {
      return capacity * Math.min(1, (double) iteration / iterations);
    }
  }

  /** FactorVAE (Kim and Mnih 2018): the divergence plus gamma times the total correlation. */
  record PenalisedTotalCorrelation(double gamma) implements VaeObjective {

    @Override
    public String toString() {
      return CheckpointText.of("TotalCorrelation").with("gamma", gamma).toString();
    }
  }

  /**
   * beta-TCVAE (Chen et al. 2018): the divergence taken apart, each part with its weight.
   *
   * @param information alpha, of what codes carry about the image
   * @param totalCorrelation beta
   * @param codewise gamma, of how far each code is from the prior
   * @param dataSize images of the whole data set, more than a batch has
   */
  record Decomposed(double information, double totalCorrelation, double codewise, long dataSize)
      implements VaeObjective {}

  /**
   * DIP-VAE (Kumar, Sattigeri and Balakrishnan 2018): the divergence, plus what the covariance of
   * codes in the mini-batch differs from the identity by.
   *
   * @param ofCodes false for DIP-VAE-I, the covariance of the means alone (equation 6); true for
   *     DIP-VAE-II, that of the codes themselves, which adds the mean variance of each (equation 7)
   * @param offDiagonal weight of the squared covariances of two codes
   * @param diagonal weight of the squared distances of the codes' variances from 1
   */
  record InferredPrior(boolean ofCodes, double offDiagonal, double diagonal)
      implements VaeObjective {}
}
