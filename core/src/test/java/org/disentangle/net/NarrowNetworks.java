// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU_10;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.infogan.InfoGanCrNetworks;

/**
 * Networks, most for grey images of 32 x 32, with the layers of the presets {@code small32} and a
 * few thousand weights, for tests whose subject is what is done with a model and not the model.
 */
public final class NarrowNetworks {

  private static final ImageShape SHAPE = new ImageShape(1, 32, 32);
  private static final Extent IMAGE = new Extent(1, 32, 32);

  private NarrowNetworks() {}

  /** InfoGAN-CR, with spectral normalisation in D, Q and H. */
  public static InfoGanCrNetworks infoGanCr(LatentSpace latent) {
    Layers codes =
        new Layers()
            .spectralDense("q1", 16, LEAKY_RELU)
            .spectralDense("q2", latent.codeWidth(), IDENTITY);
    return new InfoGanCrNetworks(
        generator(latent),
        new Architecture(
            "D",
            IMAGE,
            spectralTrunk(),
            heads(new Layers().spectralDense("real", 1, SIGMOID), codes)),
        new Architecture(
            "H",
            new Extent(2, 32, 32),
            spectralTrunk(),
            Map.of(
                InfoGanCrNetworks.INDEX,
                new Layers().dense("out", latent.numCodes(), IDENTITY).list())),
        SHAPE,
        false);
  }

  /** InfoGAN, with batch normalisation in D and Q. */
  public static InfoGanCrNetworks infoGan(LatentSpace latent) {
    Layers trunk =
        new Layers()
            .convolution("conv1", 4, 4, LEAKY_RELU_10)
            .convolution("conv2", 8, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .dense("fc", 16, IDENTITY)
            .batchNorm(LEAKY_RELU_10);
    Layers codes =
        new Layers()
            .dense("q1", 16, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .dense("q2", latent.codeWidth(), IDENTITY);
    return new InfoGanCrNetworks(
        generator(latent),
        new Architecture(
            "D", IMAGE, trunk.list(), heads(new Layers().dense("real", 1, SIGMOID), codes)),
        null,
        SHAPE,
        false);
  }

  /** A classifier of small images, with the layers of the usual one. */
  public static ClassifierNetwork classifier(ImageShape shape, int numClasses) {
    Layers features =
        new Layers()
            .convolution("conv1", 4, 4, RELU)
            .convolution("conv2", 8, 4, RELU)
            .dense(ClassifierNetwork.FEATURES, 16, RELU);
    return new ClassifierNetwork(
        Architecture.sequential(
            "classifier",
            new Extent(shape.channels(), shape.height(), shape.width()),
            features.list(),
            ClassifierNetwork.FEATURES),
        shape,
        numClasses);
  }

  private static Architecture generator(LatentSpace latent) {
    Layers layers =
        new Layers()
            .dense("fc1", 16, RELU)
            .batchNorm()
            .dense("fc2", 4 * 4 * 8, RELU)
            .batchNorm()
            .up("up1", 4, 8, 4, LEAKY_RELU)
            .batchNorm()
            .up("up2", 8, 4, 4, LEAKY_RELU)
            .batchNorm()
            .up("up3", 16, 1, 4, SIGMOID);
    return Architecture.sequential(
        "G", Extent.vector(latent.inputSize()), layers.list(), InfoGanCrNetworks.IMAGE);
  }

  private static List<LayerSpec> spectralTrunk() {
    return new Layers()
        .spectralConvolution("conv1", 4, 4, LEAKY_RELU)
        .spectralConvolution("conv2", 8, 4, LEAKY_RELU)
        .spectralConvolution("conv3", 8, 4, LEAKY_RELU)
        .spectralDense("fc", 16, LEAKY_RELU)
        .list();
  }

  private static Map<String, List<LayerSpec>> heads(Layers real, Layers codes) {
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(InfoGanCrNetworks.REAL, real.list());
    heads.put(InfoGanCrNetworks.CODES, codes.list());
    return heads;
  }
}
