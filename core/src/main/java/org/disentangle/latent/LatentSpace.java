package org.disentangle.latent;

import java.io.Serializable;
import java.util.random.RandomGenerator;

/**
 * The generator's input: first the regularised codes, then the nuisance noise. All values are
 * independent and of one distribution, noise included, as in the InfoGAN-CR code.
 *
 * @param numCodes continuous codes, each meant to move one factor; at least 1
 * @param noiseDim noise values; at least 0
 * @param prior distribution of every value
 */
public record LatentSpace(int numCodes, int noiseDim, Prior prior) implements Serializable {

  /** The largest number of codes, and of noise values, that the public stages take. */
  public static final int MOST_VALUES = 10_000;

  /** Lower end of the uniform draws that every prior's values come from. */
  public static final float LOW = -1f;

  /** Upper end of the uniform draws that every prior's values come from. */
  public static final float HIGH = 1f;

  public LatentSpace {
    if (numCodes < 1 || noiseDim < 0) {
      throw new IllegalArgumentException(
          "A latent space has at least 1 code and 0 noise values; found %d codes and %d noise values.%nMaybe the two are swapped."
              .formatted(numCodes, noiseDim));
    }
  }

  /** Uniform on [-1, 1]. */
  public LatentSpace(int numCodes, int noiseDim) {
    this(numCodes, noiseDim, Prior.UNIFORM);
  }

  /** Length of a latent vector. */
  public int size() {
    return numCodes + noiseDim;
  }

  /** Independent draws from the prior: {@code rows} latent vectors, one after the other. */
  public float[] sample(int rows, RandomGenerator random) {
    float[] latents = sampleUniform(rows, random);
    for (int i = 0; i < latents.length; i++) {
      latents[i] = prior.of(latents[i]);
    }
    return latents;
  }

  /** The uniform draws on [-1, 1] that {@link #sample} makes values of the prior from. */
  public float[] sampleUniform(int rows, RandomGenerator random) {
    float[] latents = new float[rows * size()];
    for (int i = 0; i < latents.length; i++) {
      latents[i] = uniform(LOW, HIGH, random);
    }
    return latents;
  }

  static float uniform(double low, double high, RandomGenerator random) {
    return (float) (low + (high - low) * random.nextDouble());
  }

  /** Told by checkpoints and fingerprints: a uniform prior goes without saying. */
  @Override
  public String toString() {
    return "LatentSpace[numCodes=%d, noiseDim=%d%s]"
        .formatted(numCodes, noiseDim, prior == Prior.UNIFORM ? "" : ", prior=" + prior.id());
  }
}
