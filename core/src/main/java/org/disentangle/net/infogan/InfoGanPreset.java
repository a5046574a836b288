// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.List;
import java.util.function.Function;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.procedure.AdversarialLoss;

/**
 * The configurations of InfoGAN (Chen et al. 2016, appendix C), the unmodified InfoGAN that others
 * compare with on dSprites, and two light ones of this project, as data.
 *
 * <p>Where text and table of the paper disagree on the codes, the table counts. The batch size is
 * published for MNIST alone, and so is the number of iterations (5,000, in the authors' code); for
 * the other sets both are this project's.
 */
public enum InfoGanPreset implements InformationPreset {
  /**
   * dSprites as Kim and Mnih (2018) ran it: four continuous codes and one categorical one,
   * Wasserstein loss with gradient penalty. Their rates are not published with it; these are
   * InfoGAN's.
   */
  DSPRITES(
      new Codes(5, 5, 3),
      64,
      new Rates(1e-3, 2e-4),
      new Weights(1, 1, AdversarialLoss.WASSERSTEIN_GP),
      288_000,
      InfoGanTables::unmodified64),

  /** MNIST: a category of ten, two continuous codes. */
  MNIST28(
      new Codes(3, 62, 10),
      128,
      new Rates(1e-3, 2e-4),
      new Weights(1, 1, AdversarialLoss.JSD),
      5_000,
      InfoGanTables::mnist28),

  /** SVHN: four categories of ten, four continuous codes. */
  SVHN32(
      new Codes(8, 124, 10, 10, 10, 10),
      128,
      new Rates(1e-3, 2e-4),
      new Weights(1, 1, AdversarialLoss.JSD),
      30_000,
      InfoGanTables::colour32),

  /** CelebA: ten categories of ten. */
  CELEBA32(
      new Codes(10, 128, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10),
      128,
      new Rates(1e-3, 2e-4),
      new Weights(1, 1, AdversarialLoss.JSD),
      80_000,
      InfoGanTables::colour32) {
    @Override
    public List<String> formerIds() {
      return List.of("celeba32-infogan");
    }
  },

  /** Faces: five continuous codes, with the rates of the run for azimuth. */
  FACES32(
      new Codes(5, 128),
      128,
      new Rates(5e-4, 2e-4),
      new Weights(0.2, 1, AdversarialLoss.JSD),
      30_000,
      InfoGanTables::faces32),

  /** Chairs: three categories of twenty, one continuous code, with the weights for rotation. */
  CHAIRS64(
      new Codes(4, 128, 20, 20, 20),
      128,
      new Rates(1e-3, 2e-4),
      new Weights(10, 1, AdversarialLoss.JSD),
      30_000,
      InfoGanTables::chairs64),

  /** 28 x 28 grey images such as Fashion-MNIST; minutes on two cores. Ours. */
  SMALL28(
      new Codes(3, 30, 10),
      64,
      new Rates(1e-3, 2e-4),
      new Weights(1, 1, AdversarialLoss.JSD),
      3_000,
      latent -> InfoGanTables.small(latent, 28)),

  /** 32 x 32 grey images of simple objects; minutes on two cores. Ours. */
  SMALL32(
      new Codes(4, 10, 3),
      64,
      new Rates(1e-3, 2e-4),
      new Weights(1, 1, AdversarialLoss.JSD),
      3_000,
      latent -> InfoGanTables.small(latent, 32));

  /** Learning rates of G, and of D with Q. */
  public record Rates(double generator, double discriminator) {}

  /** Weights of continuous and categorical codes, and what D and G minimise. */
  public record Weights(double lambda, double lambdaCategorical, AdversarialLoss adversarial) {}

  /** Codes of both kinds, noise values, and categories of the categorical codes. */
  private static final class Codes {

    private final int numCodes;
    private final int noiseDim;
    private final Integer[] categories;

    Codes(int numCodes, int noiseDim, Integer... categories) {
      this.numCodes = numCodes;
      this.noiseDim = noiseDim;
      this.categories = categories;
    }

    LatentSpace latent() {
      return new LatentSpace(numCodes, noiseDim, Prior.UNIFORM, List.of(categories));
    }
  }

  private final LatentSpace latent;
  private final int batchSize;
  private final Rates rates;
  private final Weights weights;
  private final long maxIter;
  private final transient Function<LatentSpace, InfoGanCrNetworks> builder;

  InfoGanPreset(
      Codes codes,
      int batchSize,
      Rates rates,
      Weights weights,
      long maxIter,
      Function<LatentSpace, InfoGanCrNetworks> builder) {
    latent = codes.latent();
    this.batchSize = batchSize;
    this.rates = rates;
    this.weights = weights;
    this.maxIter = maxIter;
    this.builder = builder;
  }

  public LatentSpace latent() {
    return latent;
  }

  @Override
  public ImageShape imageShape() {
    return networks(latent).imageShape();
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  public Rates rates() {
    return rates;
  }

  public Weights weights() {
    return weights;
  }

  @Override
  public long maxIter() {
    return maxIter;
  }

  /** The networks for a latent space. */
  @Override
  public InfoGanCrNetworks networks(LatentSpace latent) {
    return builder.apply(latent);
  }

  @Override
  public int numCodes() {
    return latent.numCodes();
  }

  @Override
  public List<Integer> categories() {
    return latent.categories();
  }

  @Override
  public int noiseDim() {
    return latent.noiseDim();
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
  public AdversarialLoss adversarialLoss() {
    return weights.adversarial();
  }

  @Override
  public double lambda() {
    return weights.lambda();
  }

  @Override
  public double lambdaCategorical(double lambda) {
    return weights.lambdaCategorical();
  }
}
