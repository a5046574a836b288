// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import org.disentangle.image.ImageShape;
import org.disentangle.net.procedure.Preset;

/** The configuration of IB-GAN (Jeon et al. 2021) for dSprites, and a light one of this project. */
public enum IbGanPreset implements Preset.Adversarial, Preset.InstanceNoise {
  /**
   * dSprites, with the authors' networks. The rates are ten times the published ones of RMSprop,
   * 5e-5 and 1e-6, because Adam's momentum is a mean (see {@link IbGanProcedure}).
   */
  DSPRITES(10, 16, 64, new Rates(5e-4, 1e-5), 0.141, new Schedule(150_000, 100_000)) {
    @Override
    public IbGanNetworks networks(int numCodes, int noiseDim) {
      return IbGanNetworks.sprites64(numCodes, noiseDim, 1);
    }
  },

  /** 32 x 32 grey images of simple objects; minutes on two cores. Ours. */
  SMALL32(6, 10, 64, new Rates(1e-3, 1e-3), 0.08, new Schedule(4_000, 2_700)) {
    @Override
    public IbGanNetworks networks(int numCodes, int noiseDim) {
      return IbGanNetworks.small32(numCodes, noiseDim, 1);
    }
  };

  /** Learning rates of G, R and Q, and of D. */
  public record Rates(double generator, double discriminator) {}

  /** Iterations of the training, and of these those with noise on images. */
  public record Schedule(long maxIter, long instanceNoiseIter) {}

  private final int numCodes;
  private final int noiseDim;
  private final int batchSize;
  private final Rates rates;
  private final double beta;
  private final Schedule schedule;

  IbGanPreset(
      int numCodes, int noiseDim, int batchSize, Rates rates, double beta, Schedule schedule) {
    this.numCodes = numCodes;
    this.noiseDim = noiseDim;
    this.batchSize = batchSize;
    this.rates = rates;
    this.beta = beta;
    this.schedule = schedule;
  }

  /** The networks for these numbers of codes and values of z. */
  public abstract IbGanNetworks networks(int numCodes, int noiseDim);

  @Override
  public int numCodes() {
    return numCodes;
  }

  /** Values of z. */
  public int noiseDim() {
    return noiseDim;
  }

  @Override
  public ImageShape imageShape() {
    return networks(numCodes, noiseDim).imageShape();
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  public Rates rates() {
    return rates;
  }

  /** Weight of the divergence. */
  public double beta() {
    return beta;
  }

  public Schedule schedule() {
    return schedule;
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

  /** Two thirds for dSprites: in the rest Q sees the clean images that codes are asked for. */
  @Override
  public double instanceNoiseShare() {
    return (double) schedule.instanceNoiseIter() / schedule.maxIter();
  }
}
