package org.disentangle.net.inference;

import java.util.List;
import java.util.random.RandomGenerator;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.CodeNetworks;

/**
 * A trained encoder: images to the means of their codes, and for variational ones to the variances.
 * That of InfoGAN-CR is Q, through D's trunk with the stored spectral-norm vectors. No encoder has
 * batch normalisation, so the codes of an image do not depend on the others in the batch. Not
 * thread-safe.
 */
public final class Encoder implements AutoCloseable {

  private final CodeNetworks.CodeOutput output;
  private final ImagePass pass;
  private float[] logVariances;

  public Encoder(CodeNetworks networks, NetworkState state, int batchSize) {
    output = networks.toCodes();
    pass = new ImagePass(output.architecture(), networks.imageShape(), state, batchSize);
  }

  /** Images a call can take. */
  public int batchSize() {
    return pass.batchSize();
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return pass.pixels();
  }

  /**
   * The code means of the first {@code count} images.
   *
   * @return count x codes values
   */
  public float[] encode(int count) {
    float[] values = pass.pixels();
    if (output.signed()) {
      values = values.clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * values[i] - 1;
      }
    }
    if (output.logVariance() == null) {
      return pass.head(output.mean(), values, count);
    }
    List<float[]> found = pass.heads(List.of(output.mean(), output.logVariance()), values, count);
    logVariances = found.get(1);
    return found.get(0);
  }

  private boolean isVariational() {
    return output.logVariance() != null;
  }

  /**
   * Replaces means of the images just encoded by draws from their distributions; changes nothing if
   * the encoder is not variational.
   *
   * @param codes what {@link #encode} gave
   * @param from the first value to replace
   */
  public void sample(float[] codes, int from, int count, RandomGenerator random) {
    if (isVariational()) {
      for (int i = from; i < from + count; i++) {
        codes[i] += (float) (Math.exp(logVariances[i] / 2.0) * random.nextGaussian());
      }
    }
  }

  /**
   * Divergence of a code of the images just encoded from a standard normal distribution, in nats;
   * infinite if the encoder is not variational.
   *
   * @param codes what {@link #encode} gave
   * @param at which value
   */
  public double divergence(float[] codes, int at) {
    return isVariational()
        ? (codes[at] * (double) codes[at] + Math.exp(logVariances[at]) - 1 - logVariances[at]) / 2
        : Double.POSITIVE_INFINITY;
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    pass.close();
  }
}
