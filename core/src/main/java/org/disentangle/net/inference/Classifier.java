package org.disentangle.net.inference;

import java.util.Arrays;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained classifier: images to features and class probabilities, with the moving statistics, so
 * that the result of an image does not depend on the others in the batch. Not thread-safe.
 */
public final class Classifier implements AutoCloseable {

  private final ClassifierNetwork architecture;
  private final int batchSize;
  private final Network network;
  private final Pass pass;
  private final float[] pixels;

  /** One row of weights a class, over the features; then one bias a class. */
  private final float[] logitParameters;

  public Classifier(ClassifierNetwork architecture, NetworkState state, int batchSize) {
    this.architecture = architecture;
    this.batchSize = batchSize;
    pixels = new float[batchSize * architecture.imageShape().size()];
    network = new Network(architecture.features(), AdamSettings.adversarial(1), DataType.FLOAT, 0);
    float[] all = state.parameters();
    int below = Math.toIntExact(network.graph().numParams());
    network.load(new NetworkState(Arrays.copyOf(all, below), new float[0], state.updates()));
    logitParameters = Arrays.copyOfRange(all, below, all.length);
    network.prepare();
    pass = network.newPass();
  }

  /** Images a call can take. */
  public int batchSize() {
    return batchSize;
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return pixels;
  }

  /**
   * The features of the first {@code count} images.
   *
   * @return count x features values
   */
  public float[] features(int count) {
    Engine.useOneThread();
    var shape = architecture.imageShape();
    try (Engine.Scope batch = Engine.batchScope(DataType.FLOAT)) {
      pass.forward(
          Nd4j.createFromArray(pixels)
              .reshape(batchSize, shape.channels(), shape.height(), shape.width()),
          false);
      float[] features = pass.head(ClassifierNetwork.FEATURES).dup('c').data().asFloat();
      return Arrays.copyOf(features, features.length / batchSize * count);
    }
  }

  /**
   * The class probabilities of one image.
   *
   * @param features what {@link #features} gave
   * @param image 0 to count - 1
   * @return one value a class, adding up to 1
   */
  public double[] probabilities(float[] features, int image) {
    int size = architecture.numFeatures();
    double[] values = new double[architecture.numClasses()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < values.length; label++) {
      double logit = logitParameters[values.length * size + label];
      for (int feature = 0; feature < size; feature++) {
        logit +=
            (double) logitParameters[label * size + feature] * features[image * size + feature];
      }
      values[label] = logit;
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int label = 0; label < values.length; label++) {
      values[label] = Math.exp(values[label] - largest);
      sum += values[label];
    }
    for (int label = 0; label < values.length; label++) {
      values[label] /= sum;
    }
    return values;
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    network.close();
  }
}
