// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import java.util.Arrays;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.architecture.ClassifierNetwork;

/**
 * A trained classifier: images to features and class probabilities, with the moving statistics, so
 * that the result of an image does not depend on the others in the batch. Not thread-safe.
 */
public final class Classifier implements Reusable {

  private final ClassifierNetwork architecture;
  private final ForwardPass pass;

  /** One row of weights a class, over the features; then one bias a class. */
  private final float[] logitParameters;

  public Classifier(ClassifierNetwork architecture, NetworkState state, int batchSize) {
    this.architecture = architecture;
    pass = new ForwardPass(architecture.features(), state, batchSize, Precision.FLOAT32);
    float[] all = state.parameters();
    logitParameters = Arrays.copyOfRange(all, pass.numParameters(), all.length);
  }

  /** Images a call can take. */
  public int batchSize() {
    return pass.batchSize();
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return pass.values();
  }

  /**
   * The features of the first {@code count} images.
   *
   * @return count x features values
   */
  public float[] features(int count) {
    return pass.head(ClassifierNetwork.FEATURES, pass.values(), count);
  }

  /**
   * The class probabilities of one image.
   *
   * @param features what {@link #features} gave
   * @param image 0 to count - 1
   * @return one value per class, adding up to 1
   */
  public double[] probabilities(float[] features, int image) {
    int size = architecture.numFeatures();
    double[] values = new double[architecture.numClasses()];
    for (int label = 0; label < values.length; label++) {
      double logit = logitParameters[values.length * size + label];
      for (int feature = 0; feature < size; feature++) {
        logit +=
            (double) logitParameters[label * size + feature] * features[image * size + feature];
      }
      values[label] = logit;
    }
    return softmax(values);
  }

  /** Makes probabilities of logits, in their place. */
  static double[] softmax(double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(values[i] - largest);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    return values;
  }

  @Override
  public long nativeBytes() {
    return pass.nativeBytes();
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    pass.close();
  }
}
