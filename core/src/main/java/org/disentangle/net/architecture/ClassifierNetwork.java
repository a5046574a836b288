// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.disentangle.image.ImageShape;

/**
 * A network that classifies images: layers from an image to features, and one linear layer with
 * softmax on top of them. SAME padding lets it take images of any size.
 *
 * @param features image to features; its one output is {@value #FEATURES}
 * @param imageShape shape of the images, values in [0, 1]
 * @param numClasses number of classes, 2 or more
 */
public record ClassifierNetwork(Architecture features, ImageShape imageShape, int numClasses)
    implements Serializable {

  public static final String FEATURES = "features";

  /** Name of the linear layer whose softmax is the class probabilities. */
  public static final String LOGITS = "logits";

  /**
   * Convolutions of 32 and 64 filters (kernel 4, stride 2, ReLU) and 128 features (ReLU): for
   * digits and other small images.
   */
  public static ClassifierNetwork small(ImageShape shape, int numClasses) {
    return of(
        shape,
        numClasses,
        new Layers()
            .convolution("conv1", 32, 4, RELU)
            .convolution("conv2", 64, 4, RELU)
            .dense(FEATURES, 128, RELU));
  }

  /**
   * The shape classifier of the InfoGAN-CR code for dSprites: convolutions of 32, 32, 64 and 64
   * filters (kernel 4, stride 2) and 128 features, each leaky ReLU, then batch normalisation.
   */
  public static ClassifierNetwork sprites(ImageShape shape, int numClasses) {
    return of(
        shape,
        numClasses,
        new Layers()
            .convolution("conv1", 32, 4, LEAKY_RELU)
            .batchNorm()
            .convolution("conv2", 32, 4, LEAKY_RELU)
            .batchNorm()
            .convolution("conv3", 64, 4, LEAKY_RELU)
            .batchNorm()
            .convolution("conv4", 64, 4, LEAKY_RELU)
            .batchNorm()
            .dense("fc", 128, LEAKY_RELU)
            .batchNorm());
  }

  private static ClassifierNetwork of(ImageShape shape, int numClasses, Layers layers) {
    Extent input = new Extent(shape.channels(), shape.height(), shape.width());
    return new ClassifierNetwork(
        Architecture.sequential("classifier", input, layers.list(), FEATURES), shape, numClasses);
  }

  /** Number of features. */
  public int numFeatures() {
    return features.outputs(FEATURES);
  }

  /** All layers with weights: those of the features, and the linear layer above them. */
  List<Architecture.Node> nodes() {
    List<Architecture.Node> nodes = new ArrayList<>(features.trunkNodes());
    nodes.addAll(features.headNodes(FEATURES));
    Architecture.Node below = nodes.get(nodes.size() - 1);
    LayerSpec logits = new LayerSpec.Dense(LOGITS, numClasses, false, IDENTITY);
    Extent vector = logits.arrange(below.output());
    nodes.add(
        new Architecture.Node(
            logits, below.spec().name(), below.output(), vector, logits.output(vector)));
    return nodes;
  }
}
