// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.disentangle.error.InvalidInputException;

/**
 * The generator's input: first the codes, then the nuisance noise. All values are independent.
 * Categorical codes come before continuous ones; continuous codes and noise are of one
 * distribution, as in the InfoGAN-CR code, unless noise has one of its own, as in OOGAN's paper.
 *
 * <p>A latent vector has one value per code: a category's number, or a continuous value. Networks
 * take and give one value per category instead ({@link #input}, {@link #codes}).
 *
 * @param numCodes codes of both kinds, each meant to move one factor; at least 1
 * @param noiseDim noise values; at least 0
 * @param prior distribution of every continuous code
 * @param categories numbers of categories of the first codes; empty if all are continuous
 * @param noisePrior distribution of every noise value
 */
public record LatentSpace(
    int numCodes, int noiseDim, Prior prior, List<Integer> categories, Prior noisePrior)
    implements Serializable {

  /** The largest number of codes, and of noise values, that the public stages take. */
  public static final int MOST_VALUES = 10_000;

  /** Lower end of the uniform draws that every prior's values come from. */
  public static final float LOW = -1f;

  /** Upper end of the uniform draws that every prior's values come from. */
  public static final float HIGH = 1f;

  public LatentSpace {
    if (numCodes < 1 || noiseDim < 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "A latent space has at least 1 code and 0 noise values; found %d codes and %d noise values",
              numCodes,
              noiseDim));
    }
    if (categories.size() > numCodes) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "Of %d codes %d are categorical", numCodes, categories.size()),
          "numCodes counts codes of both kinds.");
    }
    categories.forEach(Categories::new);
    categories = List.copyOf(categories);
  }

  /** Noise of the distribution of the continuous codes. */
  public LatentSpace(int numCodes, int noiseDim, Prior prior, List<Integer> categories) {
    this(numCodes, noiseDim, prior, categories, prior);
  }

  /** Continuous codes only. */
  public LatentSpace(int numCodes, int noiseDim, Prior prior) {
    this(numCodes, noiseDim, prior, List.of());
  }

  /** Uniform on [-1, 1]. */
  public LatentSpace(int numCodes, int noiseDim) {
    this(numCodes, noiseDim, Prior.UNIFORM);
  }

  /** Length of a latent vector. */
  public int size() {
    return numCodes + noiseDim;
  }

  /** Codes that are not categorical. */
  public int numContinuous() {
    return numCodes - categories.size();
  }

  /** Values of the categorical codes together, as networks take them: one for each category. */
  public int categoryWidth() {
    return categories.stream().mapToInt(Integer::intValue).sum();
  }

  /** Values that networks take and give for a latent vector's codes. */
  public int codeWidth() {
    return categoryWidth() + numContinuous();
  }

  /** Values of a latent vector as a network takes it. */
  public int inputSize() {
    return codeWidth() + noiseDim;
  }

  /**
   * Which values a code can have, or a noise value.
   *
   * @param index in a latent vector, from 0
   */
  public CodeValues values(int index) {
    if (index < categories.size()) {
      return new Categories(categories.get(index));
    }
    return index < numCodes ? prior : noisePrior;
  }

  /** Which values the codes can have, in words: such as "3 values from -1.0 to 1.0". */
  public String codeRanges() {
    List<String> ranges = new ArrayList<>();
    categories.forEach(count -> ranges.add(new Categories(count).range()));
    if (numContinuous() > 0) {
      ranges.add(prior.range());
    }
    return String.format(
        Locale.ROOT,
        "%d values%s %s",
        numCodes,
        categories.isEmpty() ? "" : ":",
        String.join(", then ", ranges));
  }

  /** Independent draws: {@code rows} latent vectors, one after the other. */
  public float[] sample(int rows, RandomGenerator random) {
    float[] latents = sampleUniform(rows, random);
    toValues(latents);
    return latents;
  }

  /** Replaces uniform draws on [-1, 1] of whole latent vectors by their values. */
  void toValues(float[] latents) {
    int size = size();
    for (int i = 0; i < latents.length; i++) {
      latents[i] = values(i % size).of(latents[i]);
    }
  }

  /**
   * Latent vectors as a network takes them: 1 for the category of each categorical code and 0 for
   * its others, then continuous codes and noise.
   *
   * @param latents vectors of {@link #size} values; returned as they are if no code is categorical
   * @return vectors of {@link #inputSize} values
   */
  public float[] input(float[] latents) {
    if (categories.isEmpty()) {
      return latents;
    }
    int rows = latents.length / size();
    float[] input = new float[rows * inputSize()];
    for (int row = 0; row < rows; row++) {
      int from = row * size();
      int to = row * inputSize();
      for (int count : categories) {
        input[to + (int) latents[from]] = 1;
        to += count;
        from++;
      }
      System.arraycopy(latents, from, input, to, (row + 1) * size() - from);
    }
    return input;
  }

  /**
   * Codes of what a network gives: the category with the largest value, and continuous codes as
   * they are.
   *
   * @param output rows of at least {@link #codeWidth} values, of which the first are meant
   * @return rows of {@link #numCodes} values
   */
  public float[] codes(float[] output, int rows) {
    int width = output.length / rows;
    if (width == numCodes) {
      return output;
    }
    float[] codes = new float[rows * numCodes];
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      int to = row * numCodes;
      for (int count : categories) {
        codes[to++] = largest(output, from, count);
        from += count;
      }
      System.arraycopy(output, from, codes, to, numContinuous());
    }
    return codes;
  }

  private static int largest(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }

  /** The uniform draws on [-1, 1] that {@link #sample} makes values from. */
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

  /**
   * Text used in checkpoints and fingerprints; uniform and continuous codes, and noise of their
   * distribution, are omitted.
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "LatentSpace[numCodes=%d, noiseDim=%d%s%s%s]",
        numCodes,
        noiseDim,
        prior == Prior.UNIFORM ? "" : ", prior=" + prior.id(),
        categories.isEmpty() ? "" : ", categories=" + categories,
        noisePrior == prior ? "" : ", noisePrior=" + noisePrior.id());
  }
}
