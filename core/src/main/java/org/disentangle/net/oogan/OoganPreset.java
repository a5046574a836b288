// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import java.util.List;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.procedure.Preset;

/**
 * The configurations of OOGAN, and a light one of this project, as data. Codes, noise, batch and
 * iterations are those of the authors' code, which runs dSprites at 32 pixels. The networks of
 * "dsprites" and "chairs64" are the paper's but for Q, spectral normalisation in G, the square as
 * distance of codes, and uniform noise; those of presets called after the paper have all of these.
 */
public enum OoganPreset implements Preset.Noisy, Preset.InstanceNoise {
  /** dSprites, 64 x 64 grey. */
  DSPRITES(new LatentSpace(6, 10), 64, 50_000, 1, 64, Training.PUBLISHED, OoganNetworks::paper64),

  /** Chairs, 64 x 64 RGB. */
  CHAIRS64(new LatentSpace(10, 50), 20, 50_000, 3, 64, Training.PUBLISHED, OoganNetworks::paper64),

  /** 32 x 32 grey images of simple objects; minutes on two cores. Ours. */
  SMALL32(
      new LatentSpace(4, 8),
      32,
      2_000,
      1,
      8,
      new Training(0.2, 1, 5e-4, 1, CodeDistance.SQUARED),
      OoganNetworks::small32),

  /** dSprites, 64 x 64 grey, with networks and losses as the paper's text has them. */
  PAPER64(normal(6, 10), 64, 50_000, 1, 64, Training.TEXT, OoganNetworks::table64),

  /**
   * CelebA, 128 x 128 RGB, as the paper's text has it: one more block in G and D. Codes, noise and
   * batch are those of the authors' code for CelebA.
   */
  PAPER128(normal(16, 100), 8, 50_000, 3, 64, Training.CLEAN, OoganNetworks::table128),

  /**
   * 28 x 28 grey as of MNIST: a category of ten and six continuous codes, as in the paper's figure
   * 15. Widths, noise, batch and iterations are this project's.
   */
  MNIST28(
      normal(7, 50, 10),
      64,
      5_000,
      1,
      16,
      new Training(1, 1, 2e-4, 0, CodeDistance.L1),
      OoganNetworks::table28),

  /** As SMALL32, with networks and losses as the paper's text has them. Ours. */
  PAPER32(
      normal(4, 8),
      32,
      2_000,
      1,
      8,
      new Training(0.2, 1, 5e-4, 1, CodeDistance.L1),
      OoganNetworks::table32);

  /** The networks of some width for a latent space. */
  private interface Builder {
    OoganNetworks of(LatentSpace latent, int channels, int width, Parts parts);
  }

  /** Codes uniform on [-1, 1], noise normal. */
  private static LatentSpace normal(int numCodes, int noiseDim, Integer... categories) {
    return new LatentSpace(numCodes, noiseDim, Prior.UNIFORM, List.of(categories), Prior.NORMAL);
  }

  /**
   * How they are trained.
   *
   * @param lambda weight of the codes' likelihood
   * @param gamma weight of the one-hot cross-entropy
   * @param learningRate of all networks
   * @param noiseShare share of the iterations with noise on images
   * @param distance by which a Q without variances learns: the absolute difference, as in the
   *     paper's text, or the square
   */
  public record Training(
      double lambda, double gamma, double learningRate, double noiseShare, CodeDistance distance) {

    /** Weights within the ranges that the paper finds alike; the code's noise on dSprites. */
    static final Training PUBLISHED =
        new Training(1, 1, OoganProcedure.ADAM.learningRate(), 0.1, CodeDistance.SQUARED);

    /** The same with the distance of the text. */
    static final Training TEXT =
        new Training(1, 1, OoganProcedure.ADAM.learningRate(), 0.1, CodeDistance.L1);

    /** The same without noise on images, which the paper has for dSprites. */
    static final Training CLEAN =
        new Training(1, 1, OoganProcedure.ADAM.learningRate(), 0, CodeDistance.L1);
  }

  private final LatentSpace latent;
  private final int batchSize;
  private final long maxIter;
  private final int channels;
  private final int width;
  private final Training training;
  private final Builder builder;

  OoganPreset(
      LatentSpace latent,
      int batchSize,
      long maxIter,
      int channels,
      int width,
      Training training,
      Builder builder) {
    this.latent = latent;
    this.batchSize = batchSize;
    this.maxIter = maxIter;
    this.channels = channels;
    this.width = width;
    this.training = training;
    this.builder = builder;
  }

  public LatentSpace latent() {
    return latent;
  }

  @Override
  public ImageShape imageShape() {
    return networks(latent, new Parts(true, true, true)).imageShape();
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public long maxIter() {
    return maxIter;
  }

  public Training training() {
    return training;
  }

  /** The networks for a latent space. */
  public OoganNetworks networks(LatentSpace latent, Parts parts) {
    return builder.of(latent, channels, width, parts);
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
