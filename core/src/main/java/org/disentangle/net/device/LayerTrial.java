// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.OoganLayerSpec;
import org.disentangle.net.layer.Nonlinearity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One kind of layer, run forward and backward on fixed numbers, so that two devices can be
 * compared. Weights, input and output gradient are drawn by {@link Random}, which is the same
 * everywhere.
 *
 * @param layers the layer, below it a convolution where it has no parameters
 * @param input size of the input
 */
public record LayerTrial(List<LayerSpec> layers, Extent input) {

  private static final String HEAD = "out";
  private static final int CLASSES = 3;
  private static final Nonlinearity LEAKY = Nonlinearity.LEAKY_RELU;
  private static final Nonlinearity NONE = Nonlinearity.IDENTITY;

  /** Every kind of layer that a network can have. */
  public static List<LayerTrial> all() {
    Extent maps = new Extent(4, 8, 8);
    Extent vector = Extent.vector(12);
    return Stream.of(
            of(new LayerSpec.Dense("dense", 10, false, LEAKY), vector),
            of(new LayerSpec.Dense("spectral-dense", 10, true, LEAKY), vector),
            of(new LayerSpec.Convolution("convolution", 6, 4, 2, false, LEAKY), maps),
            of(new LayerSpec.Convolution("spectral-convolution", 6, 4, 2, true, LEAKY), maps),
            of(
                new LayerSpec.TransposedConvolution("transposed-convolution", 8, 3, 4, 2, LEAKY),
                maps),
            of(new LayerSpec.BatchNorm("batch-norm", LEAKY), maps),
            of(new LayerSpec.BatchNorm("vector-batch-norm", LEAKY), vector),
            of(new LayerSpec.LabelTable("label-table", CLASSES, LEAKY), maps),
            aboveConvolution(new OoganLayerSpec.AveragePool("average-pool", NONE), maps),
            aboveConvolution(new OoganLayerSpec.Upsample("nearest-upsample", false, NONE), maps),
            aboveConvolution(new OoganLayerSpec.Upsample("bilinear-upsample", true, NONE), maps),
            of(
                new OoganLayerSpec.GroupedConvolution("grouped-convolution", 2, 6, 4, 2, LEAKY),
                maps),
            of(
                new OoganLayerSpec.SpectralGroupedConvolution(
                    "spectral-grouped-convolution", 2, 6, 4, 2, LEAKY),
                maps),
            of(new OoganLayerSpec.CompeteFree("compete-free", 4, 5, 6, NONE), vector),
            of(new OoganLayerSpec.CompeteFreeMaps("compete-free-maps", 4, 5, 7, 6, NONE), vector))
        .toList();
  }

  private static LayerTrial of(LayerSpec spec, Extent input) {
    return new LayerTrial(List.of(spec), input);
  }

  private static LayerTrial aboveConvolution(LayerSpec spec, Extent maps) {
    return new LayerTrial(
        List.of(new LayerSpec.Convolution("below", 3, 3, 1, false, NONE), spec), maps);
  }

  /** The layer that is tried. */
  public LayerSpec spec() {
    return layers.get(layers.size() - 1);
  }

  /**
   * What one run gave.
   *
   * @param values the output, then the gradient of the input, then that of the parameters
   * @param milliseconds forward and backward, the fastest of a few
   */
  public record Outcome(float[] values, double milliseconds) {

    /**
     * The largest difference of any value from those of another run, relative to the largest value.
     */
    public double difference(float[] reference) {
      double largest = 0;
      double difference = 0;
      for (int i = 0; i < reference.length; i++) {
        largest = Math.max(largest, Math.abs(reference[i]));
        difference = Math.max(difference, Math.abs(reference[i] - values[i]));
      }
      return difference / largest;
    }
  }

  /**
   * Runs the layer on the device that the calling thread is bound to.
   *
   * @param rows size of the batch
   * @param runs how often, at least 1; the last run's values are returned
   */
  public Outcome run(int rows, int runs) {
    Architecture architecture = new Architecture("L", input, layers, Map.of(HEAD, List.of()));
    Random random = new Random(spec().name().hashCode());
    try (Network network =
        new Network(architecture, AdamSettings.usual(0.001), DataType.FLOAT, 1)) {
      float[] parameters = draw(random, network.save().parameters().length, 0.5F, 0.2F);
      network.load(new NetworkState(parameters, new float[0], 0));
      INDArray in = batch(random, input, rows);
      INDArray epsilon = batch(random, architecture.outputNode(HEAD).output(), rows);
      Pass pass = network.newPass();
      pass.condition(labels(rows));
      double fastest = Double.POSITIVE_INFINITY;
      float[] values = null;
      for (int run = 0; run < runs; run++) {
        long start = System.nanoTime();
        network.prepare();
        network.clearGradients();
        pass.forward(in, true);
        INDArray output = pass.head(HEAD);
        INDArray inputGradient = pass.backward(Map.of(HEAD, epsilon), true, true);
        values = values(network, output, inputGradient);
        fastest = Math.min(fastest, (System.nanoTime() - start) / 1e6);
      }
      return new Outcome(values, fastest);
    }
  }

  private float[] values(Network network, INDArray output, INDArray inputGradient) {
    List<float[]> parts = new ArrayList<>();
    parts.add(output.dup('c').data().asFloat());
    parts.add(inputGradient.dup('c').data().asFloat());
    network.completeGradients();
    parts.add(network.graph().getFlattenedGradients().dup('c').data().asFloat());
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static INDArray batch(Random random, Extent extent, int rows) {
    return Nd4j.createFromArray(draw(random, rows * extent.size(), 0, 1))
        .reshape('c', extent.batch(rows));
  }

  private static float[] draw(Random random, int count, float mean, float deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = mean + deviation * (float) random.nextGaussian();
    }
    return values;
  }

  private static int[] labels(int rows) {
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row % CLASSES;
    }
    return labels;
  }
}
