// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.List;
import java.util.function.Function;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Preset;

/**
 * The configurations of the paper and its code, and two of this project, as data.
 *
 * <p>{@link #MNIST28} takes InfoGAN's networks and learning rates; the paper's MNIST experiments
 * publish neither alpha nor lambda, so those are this project's, as is all of {@link #SMALL32}.
 */
public enum InfoGanCrPreset implements InformationPreset, Preset.Contrastive {
  /** dSprites: 25 epochs, then 3 with the contrastive regulariser, no gap. */
  DSPRITES(
      new Sizes(5, 5, 64),
      new Rates(1e-3, 2e-3, 2e-3),
      new Schedule(0.05, 2, 322_560, 288_000, 0, -1, 0),
      latent -> InfoGanCrNetworks.sprites64(latent, 1, true)),

  /** CdSprites: a disc by angle and radius. */
  CDSPRITES(
      new Sizes(2, 5, 30),
      new Rates(1e-3, 2e-3, 2e-3),
      new Schedule(0.2, 2, 288_000, 216_000, 0, -1, 0),
      latent -> InfoGanCrNetworks.sprites64(latent, 1, true)),

  /** 3D teapots: gap 1.9, then none from iteration 85,000. */
  TEAPOTS(
      new Sizes(5, 5, 64),
      new Rates(1e-3, 2e-3, 2e-3),
      new Schedule(0.2, 3, 125_000, 50_000, 1.9, 85_000, 0),
      latent -> InfoGanCrNetworks.sprites64(latent, 3, false)),

  /** CelebA at 32 x 32. */
  CELEBA32(
      new Sizes(5, 100, 128),
      new Rates(2e-3, 2e-4, 2e-4),
      new Schedule(2, 1, 90_174, 80_000, 0, -1, 0),
      InfoGanCrNetworks::celeba32),

  /** 28 x 28 grey images such as MNIST and Fashion-MNIST. */
  MNIST28(
      new Sizes(10, 62, 128),
      new Rates(1e-3, 2e-4, 2e-4),
      new Schedule(1, 1, 5_000, 4_000, 0, -1, 0),
      InfoGanCrNetworks::mnist28),

  /** 32 x 32 grey images of simple objects; minutes on two cores. */
  SMALL32(
      new Sizes(3, 5, 64),
      new Rates(1e-3, 2e-3, 2e-3),
      new Schedule(0.5, 2, 3_000, 1_800, 0, -1, 0),
      latent -> InfoGanCrNetworks.small32(latent, 1));

  /** Codes, noise values and images per mini-batch. */
  public record Sizes(int numCodes, int noiseDim, int batchSize) {}

  /** Learning rates of G, of D with Q, and of H. */
  public record Rates(double generator, double discriminator, double contrast) {}

  /**
   * Weights and switches.
   *
   * @param gapSwitch iteration at which the gap becomes {@code gapAfter}; -1 for never
   */
  public record Schedule(
      double lambda,
      double alpha,
      long maxIter,
      long crStart,
      double gap,
      long gapSwitch,
      double gapAfter) {}

  private final Sizes sizes;
  private final Rates rates;
  private final Schedule schedule;
  private final transient Function<LatentSpace, InfoGanCrNetworks> builder;

  InfoGanCrPreset(
      Sizes sizes,
      Rates rates,
      Schedule schedule,
      Function<LatentSpace, InfoGanCrNetworks> builder) {
    this.sizes = sizes;
    this.rates = rates;
    this.schedule = schedule;
    this.builder = builder;
  }

  public Sizes sizes() {
    return sizes;
  }

  public Rates rates() {
    return rates;
  }

  public Schedule schedule() {
    return schedule;
  }

  /** The networks for a latent space. */
  @Override
  public InfoGanCrNetworks networks(LatentSpace latent) {
    return builder.apply(latent);
  }

  @Override
  public ImageShape imageShape() {
    return networks(new LatentSpace(sizes.numCodes(), sizes.noiseDim())).imageShape();
  }

  @Override
  public int numCodes() {
    return sizes.numCodes();
  }

  /** All codes are continuous. */
  @Override
  public List<Integer> categories() {
    return List.of();
  }

  @Override
  public int noiseDim() {
    return sizes.noiseDim();
  }

  @Override
  public int batchSize() {
    return sizes.batchSize();
  }

  @Override
  public long maxIter() {
    return schedule.maxIter();
  }

  @Override
  public double learningRateG() {
    return rates.generator();
  }

  @Override
  public double learningRateD() {
    return rates.discriminator();
  }

  @Override
  public double learningRateH() {
    return rates.contrast();
  }

  @Override
  public AdversarialLoss adversarialLoss() {
    return AdversarialLoss.JSD;
  }

  @Override
  public double lambda() {
    return schedule.lambda();
  }

  /** Both parts of the information term count alike. */
  @Override
  public double lambdaCategorical(double lambda) {
    return lambda;
  }

  @Override
  public double alpha() {
    return schedule.alpha();
  }

  @Override
  public long crStart(long maxIter) {
    return shareOf(maxIter, schedule.crStart());
  }

  @Override
  public double gap() {
    return schedule.gap();
  }

  /**
   * Iteration at which the gap becomes {@link #gapAfter}; {@link Long#MAX_VALUE} for never.
   *
   * @param maxIter the iterations in effect
   */
  public long gapSwitch(long maxIter) {
    return schedule.gapSwitch() < 0 ? Long.MAX_VALUE : shareOf(maxIter, schedule.gapSwitch());
  }

  /** The gap from then on. */
  public double gapAfter() {
    return schedule.gapAfter();
  }

  /** A scheduled iteration in proportion to the iterations in effect, rounded down. */
  private long shareOf(long maxIter, long scheduled) {
    return (long) ((double) scheduled * maxIter / schedule.maxIter());
  }
}
