// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import java.util.function.IntFunction;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Preset;

/** Networks and sizes of the variational autoencoders, by data set. */
public enum VaePreset implements Preset.Contrastive {
  /** As the InfoGAN-CR authors run FactorVAE: 27 epochs of 737,280 images. */
  DSPRITES(10, 64, 311_040, InfoGanCrPreset.DSPRITES, codes -> VaeNetworks.sprites64(codes, 1)),

  /** The same in colour: 35 epochs of 200,000 images. */
  TEAPOTS(10, 64, 109_375, InfoGanCrPreset.TEAPOTS, codes -> VaeNetworks.sprites64(codes, 3)),

  /** Ours, for small sets of 32 x 32 pixels and quick runs. */
  SMALL32(6, 64, 6_000, InfoGanCrPreset.SMALL32, codes -> VaeNetworks.small32(codes, 1));

  /** Share of FactorVAE's iterations without the contrastive regulariser, as the authors ran it. */
  private static final double CR_SHARE = 300_000 / 311_040.0;

  private final int numCodes;
  private final int batchSize;
  private final long maxIter;
  private final InfoGanCrPreset adversarial;
  private final transient IntFunction<VaeNetworks> builder;

  VaePreset(
      int numCodes,
      int batchSize,
      long maxIter,
      InfoGanCrPreset adversarial,
      IntFunction<VaeNetworks> builder) {
    this.numCodes = numCodes;
    this.batchSize = batchSize;
    this.maxIter = maxIter;
    this.adversarial = adversarial;
    this.builder = builder;
  }

  @Override
  public int numCodes() {
    return numCodes;
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public long maxIter() {
    return maxIter;
  }

  /** The networks for this number of codes. */
  public VaeNetworks networks(int codes) {
    return builder.apply(codes);
  }

  /** H for this number of codes: InfoGAN-CR's for images of this size. */
  public Architecture contrast(int codes) {
    return adversarial.networks(new LatentSpace(codes, 0)).contrast();
  }

  @Override
  public ImageShape imageShape() {
    return networks(numCodes).imageShape();
  }

  /** None: an ablation that found no gain. */
  @Override
  public double alpha() {
    return 0;
  }

  @Override
  public long crStart(long maxIter) {
    return (long) (CR_SHARE * maxIter);
  }

  @Override
  public double gap() {
    return 0;
  }

  @Override
  public double learningRateH() {
    return 2e-3;
  }
}
