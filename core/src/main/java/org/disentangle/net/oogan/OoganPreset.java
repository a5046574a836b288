// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import org.disentangle.latent.LatentSpace;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.procedure.Preset;

/**
 * The configurations of OOGAN, and a light one of this project, as data. Codes, noise, batch and
 * iterations are those of the authors' code, which runs dSprites at 32 pixels; the networks are the
 * paper's, for 64 pixels.
 */
public enum OoganPreset implements Preset.Noisy, Preset.InstanceNoise {
  /** dSprites, 64 x 64 grey. */
  DSPRITES(new LatentSpace(6, 10), 64, 50_000, 1, 64, Training.PUBLISHED),

  /** Chairs, 64 x 64 RGB. */
  CHAIRS64(new LatentSpace(10, 50), 20, 50_000, 3, 64, Training.PUBLISHED),

  /** 32 x 32 grey images of simple objects; minutes on two cores. Ours. */
  SMALL32(new LatentSpace(4, 8), 32, 2_000, 1, 8, new Training(0.2, 1, 5e-4, 1)) {
    @Override
    public OoganNetworks networks(LatentSpace latent, Parts parts) {
      return OoganNetworks.small32(latent, 1, width(), parts);
    }
  };

  /**
   * How they are trained.
   *
   * @param lambda weight of the codes' likelihood
   * @param gamma weight of the one-hot cross-entropy
   * @param learningRate of all networks
   * @param noiseShare share of the iterations with noise on images
   */
  public record Training(double lambda, double gamma, double learningRate, double noiseShare) {

    /** Weights within the ranges that the paper finds alike; the code's noise on dSprites. */
    static final Training PUBLISHED = new Training(1, 1, OoganProcedure.ADAM.learningRate(), 0.1);
  }

  private final LatentSpace latent;
  private final int batchSize;
  private final long maxIter;
  private final int channels;
  private final int width;
  private final Training training;

  OoganPreset(
      LatentSpace latent, int batchSize, long maxIter, int channels, int width, Training training) {
    this.latent = latent;
    this.batchSize = batchSize;
    this.maxIter = maxIter;
    this.channels = channels;
    this.width = width;
    this.training = training;
  }

  public LatentSpace latent() {
    return latent;
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public long maxIter() {
    return maxIter;
  }

  /** Filters of the narrowest layers. */
  int width() {
    return width;
  }

  public Training training() {
    return training;
  }

  /** The networks for a latent space. */
  public OoganNetworks networks(LatentSpace latent, Parts parts) {
    return OoganNetworks.paper64(latent, channels, width, parts);
  }

  @Override
  public int numCodes() {
    return latent.numCodes();
  }

  @Override
  public int noiseDim() {
    return latent.noiseDim();
  }

  @Override
  public double instanceNoiseShare() {
    return training.noiseShare();
  }
}
