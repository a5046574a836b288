// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.PairDesign;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.net.infogan.InfoGanVariant;
import org.disentangle.net.layer.FusedRuntime;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** InfoGAN-CR for 8 x 8 images with every kind of layer, and arrays to feed it. */
public final class TinyNetworks {

  /** Three codes and two noise values. */
  public static final LatentSpace LATENT = new LatentSpace(3, 2);

  private TinyNetworks() {}

  /**
   * The networks.
   *
   * @param spectralContrast whether H has spectral or batch normalisation
   */
  public static InfoGanCrNetworks networks(boolean spectralContrast) {
    ImageShape shape = new ImageShape(1, 8, 8);
    List<LayerSpec> generator =
        List.of(
            new Dense("fc1", 12, false, RELU),
            new BatchNorm("fc1_bn", IDENTITY),
            new Dense("fc2", 24, false, IDENTITY),
            new BatchNorm("fc2_bn", LEAKY_RELU),
            new TransposedConvolution("up1", 2, 5, 4, 2, LEAKY_RELU),
            new BatchNorm("up1_bn", IDENTITY),
            new TransposedConvolution("up2", 4, 1, 4, 2, SIGMOID));
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(InfoGanCrNetworks.REAL, List.of(new Dense("real", 1, true, SIGMOID)));
    heads.put(
        InfoGanCrNetworks.CODES,
        List.of(new Dense("q1", 7, true, LEAKY_RELU), new Dense("q2", 3, true, IDENTITY)));
    return new InfoGanCrNetworks(
        Architecture.sequential(
            "G", Extent.vector(LATENT.size()), generator, InfoGanCrNetworks.IMAGE),
        new Architecture("D", new Extent(1, 8, 8), spectralTrunk(), heads),
        new Architecture(
            "H",
            new Extent(2, 8, 8),
            spectralContrast ? spectralTrunk() : batchNormTrunk(),
            Map.of(InfoGanCrNetworks.INDEX, List.of(new Dense("out", 3, false, IDENTITY)))),
        shape,
        false);
  }

  private static List<LayerSpec> spectralTrunk() {
    return List.of(
        new Convolution("conv1", 4, 4, 2, true, LEAKY_RELU),
        new Convolution("conv2", 6, 5, 2, true, LEAKY_RELU),
        new Dense("fc", 10, true, LEAKY_RELU));
  }

  private static List<LayerSpec> batchNormTrunk() {
    return List.of(
        new Convolution("conv1", 4, 4, 2, false, LEAKY_RELU),
        new Convolution("conv2", 6, 5, 2, false, IDENTITY),
        new BatchNorm("conv2_bn", LEAKY_RELU),
        new Dense("fc", 10, false, LEAKY_RELU),
        new BatchNorm("fc_bn", IDENTITY));
  }

  /** Batches of eight, gap 1.9 that becomes 0 at iteration 6, and CR from iteration 3 on. */
  public static InfoGanProcedure procedure(double alpha) {
    return procedure(networks(true), alpha);
  }

  /** The same schedule with other networks. */
  public static InfoGanProcedure procedure(InfoGanCrNetworks networks, double alpha) {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return new InfoGanProcedure(
        networks,
        LATENT,
        8,
        0.2,
        ContrastSchedule.published(alpha, 3, 1.9, 6, 0),
        InfoGanOptimisers.all(adam));
  }

  /** The same schedule, with an alpha that rises over so many iterations. */
  public static InfoGanProcedure procedure(double alpha, long alphaRise) {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return new InfoGanProcedure(
        networks(true),
        LATENT,
        8,
        0.2,
        new ContrastSchedule(alpha, 3, 1.9, 6, 0, 0, PairDesign.STANDARD, alphaRise),
        InfoGanOptimisers.all(adam),
        InfoGanVariant.STANDARD,
        true);
  }

  /** Uniform values on [low, high] that follow from the seed. */
  public static INDArray uniform(DataType type, long seed, double low, double high, long... shape) {
    int length = 1;
    for (long size : shape) {
      length *= (int) size;
    }
    double[] values = new SplittableRandom(seed).doubles(length, low, high).toArray();
    return Nd4j.create(values, shape, 'c').castTo(type);
  }

  /** Pixels in [0, 1] that follow from the seed. */
  public static float[] pixels(long seed, int length) {
    float[] pixels = new float[length];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < length; i++) {
      pixels[i] = (float) random.nextDouble();
    }
    return pixels;
  }

  /**
   * Gives every parameter a value that matters: weights ten times as large as at the start, and
   * biases, scales and moving statistics away from 0 and 1.
   */
  public static void enliven(ComputationGraph graph, long seed) {
    long stream = seed;
    for (Map.Entry<String, INDArray> entry : graph.paramTable().entrySet()) {
      INDArray values = entry.getValue();
      String name = entry.getKey().substring(entry.getKey().lastIndexOf('_') + 1);
      INDArray draw = uniform(values.dataType(), ++stream, -0.3, 0.3, values.shape());
      switch (name) {
        case "W", "constant", "codes", "noise", "hidden", "mask" -> values.muli(10);
        case "gamma", "var" -> values.assign(draw.addi(1));
        case "b", "beta", "mean", "hiddenBias", "maskBias" -> values.assign(draw);
        default -> {}
      }
    }
  }

  /** Runs the power iteration of every spectral norm until it stands still. */
  public static void converge(Network network) {
    for (int i = 0; i < 100; i++) {
      network.prepare();
      network.commit();
    }
    network.prepare();
  }

  /** The gradient of all parameters, summed over the backward passes since they were cleared. */
  public static INDArray gradient(Network network) {
    for (var layer : network.graph().getLayers()) {
      ((FusedRuntime<?>) layer).completeGradients();
    }
    INDArray gradient = network.graph().getFlattenedGradients();
    return gradient.reshape(gradient.length());
  }
}
