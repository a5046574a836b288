// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.random.RandomGenerator;
import org.disentangle.latent.LatentSpace;

/**
 * How OOGAN draws continuous codes, in turn (Liu et al. 2020). Noise and categorical codes are
 * always drawn from their priors.
 *
 * <p>A one-hot vector is 1, the upper end of a code's range, at one code and 0 at the others. With
 * codes in [0, 1], as in the authors' code, 0 is the lower end; with codes in [-1, 1], as here and
 * in the paper, it is the middle of the range, so that the code chosen is the only one that is not
 * in its neutral position. Numbers are the same in both, and are not scaled.
 */
public enum CodeSampling {
  /** Every code from its prior. */
  UNIFORM(0) {
    @Override
    int[] place(float[] latents, LatentSpace latent, RandomGenerator random) {
      return null;
    }
  },

  /** For each image one code, drawn uniformly, is 1 and the others are 0. */
  ONE_HOT(1) {
    @Override
    int[] place(float[] latents, LatentSpace latent, RandomGenerator random) {
      int[] index = new int[latents.length / latent.size()];
      for (int row = 0; row < index.length; row++) {
        index[row] = random.nextInt(latent.numContinuous());
        for (int code = 0; code < latent.numContinuous(); code++) {
          latents[first(latent, row) + code] = code == index[row] ? 1 : 0;
        }
      }
      return index;
    }
  },

  /**
   * One code, drawn for the whole batch, is 1 and the others are uniform on [0.2, 0.6]. The
   * authors' code alone has it, with a quarter of the weight.
   */
  ONE_CODE(0.25) {
    @Override
    int[] place(float[] latents, LatentSpace latent, RandomGenerator random) {
      int[] index = new int[latents.length / latent.size()];
      int chosen = random.nextInt(latent.numContinuous());
      for (int row = 0; row < index.length; row++) {
        index[row] = chosen;
        for (int code = 0; code < latent.numContinuous(); code++) {
          latents[first(latent, row) + code] =
              code == chosen ? 1 : (float) (LOW + (HIGH - LOW) * random.nextDouble());
        }
      }
      return index;
    }
  };

  private static final double LOW = 0.2;
  private static final double HIGH = 0.6;

  private final double weight;

  CodeSampling(double weight) {
    this.weight = weight;
  }

  /**
   * A batch.
   *
   * @param latents latent vectors, one after the other
   * @param index the continuous code of each image that is 1, counted from the first of these; null
   *     if none is
   */
  public record Draw(float[] latents, int[] index) {}

  /**
   * The one at an iteration: uniform at odd numbers, one-hot vectors at even ones.
   *
   * @param oneCode whether at every other even one a code is 1 in the whole batch
   */
  public static CodeSampling at(long iteration, boolean oneCode) {
    if (iteration % 2 != 0) {
      return UNIFORM;
    }
    return oneCode && iteration % 4 == 0 ? ONE_CODE : ONE_HOT;
  }

  /** Factor of the one-hot cross-entropy besides its weight. */
  public double weight() {
    return weight;
  }

  /** Latent vectors drawn in this way. */
  public Draw draw(LatentSpace latent, int rows, RandomGenerator random) {
    float[] latents = latent.sample(rows, random);
    return new Draw(latents, place(latents, latent, random));
  }

  /** Where the continuous codes of a latent vector begin. */
  static int first(LatentSpace latent, int row) {
    return row * latent.size() + latent.categories().size();
  }

  /** Writes codes over those of the prior and returns which of them are 1. */
  abstract int[] place(float[] latents, LatentSpace latent, RandomGenerator random);
}
