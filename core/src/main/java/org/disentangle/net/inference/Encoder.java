// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;

/**
 * A trained encoder: images to their codes, and for variational ones to the variances. The code of
 * a continuous factor is the mean of its distribution, that of a categorical one the number of the
 * likeliest category. That of InfoGAN and InfoGAN-CR is Q, through D's trunk with the stored
 * spectral-norm vectors and moving statistics, so that the codes of an image do not depend on the
 * others in the batch. Not thread-safe.
 */
public final class Encoder implements Reusable {

  private final CodeNetworks.CodeOutput output;
  private final LatentSpace space;
  private final List<ForwardPass> passes = new ArrayList<>();
  private float[] logVariances;
  private float[] outputs;

  /** An encoder in single precision. */
  public Encoder(
      CodeNetworks networks, LatentSpace space, Map<String, NetworkState> weights, int batchSize) {
    this(networks, space, weights, batchSize, Precision.FLOAT32);
  }

  /**
   * @param weights of the networks, by name
   * @throws org.disentangle.error.InvalidInputException if this JVM cannot compute in the precision
   */
  public Encoder(
      CodeNetworks networks,
      LatentSpace space,
      Map<String, NetworkState> weights,
      int batchSize,
      Precision precision) {
    output = networks.toCodes();
    this.space = space;
    for (Architecture network : output.architectures()) {
      passes.add(new ForwardPass(network, weights.get(network.name()), batchSize, precision));
    }
  }

  /** Images a call can take. */
  public int batchSize() {
    return passes.get(0).batchSize();
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return passes.get(0).values();
  }

  /**
   * The codes of the first {@code count} images.
   *
   * @return count x codes values
   */
  public float[] encode(int count) {
    float[] values = pixels();
    if (output.signed()) {
      values = values.clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * values[i] - 1;
      }
    }
    for (int i = 0; i < output.before().size(); i++) {
      values = passes.get(i).head(output.before().get(i).head(), values, batchSize());
    }
    ForwardPass last = passes.get(passes.size() - 1);
    if (!isVariational()) {
      outputs = last.head(output.mean(), values, count);
      return space.codes(outputs, count);
    }
    List<float[]> found = last.heads(List.of(output.mean(), output.logVariance()), values, count);
    logVariances = found.get(1);
    return found.get(0);
  }

  /**
   * The probabilities that Q gives the categories of a categorical code, for an image just encoded.
   *
   * @param image from 0
   * @param count images that were encoded with it
   * @param code a categorical one, from 0
   * @return one value for each category; their sum is 1
   */
  public double[] probabilities(int image, int count, int code) {
    int from = image * (outputs.length / count);
    for (int before = 0; before < code; before++) {
      from += space.categories().get(before);
    }
    double[] logits = new double[space.categories().get(code)];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = outputs[from + i];
    }
    return Classifier.softmax(logits);
  }

  private boolean isVariational() {
    return output.logVariance() != null;
  }

  /**
   * Replaces codes of the images just encoded by draws from their distributions; changes nothing if
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

  @Override
  public long nativeBytes() {
    return passes.stream().mapToLong(ForwardPass::nativeBytes).sum();
  }

  /** Frees the networks' native memory. */
  @Override
  public void close() {
    passes.forEach(ForwardPass::close);
  }
}
