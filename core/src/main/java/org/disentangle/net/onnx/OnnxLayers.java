// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onnx;

import static org.disentangle.net.onnx.OnnxGraph.number;
import static org.disentangle.net.onnx.OnnxGraph.text;
import static org.disentangle.net.onnx.OnnxGraph.whole;
import static org.disentangle.net.onnx.OnnxGraph.wholes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onnx.Onnx.AttributeProto;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.layer.FusedAveragePool;
import org.disentangle.net.layer.FusedBatchNorm;
import org.disentangle.net.layer.FusedCompeteFree;
import org.disentangle.net.layer.FusedConvolution;
import org.disentangle.net.layer.FusedDense;
import org.disentangle.net.layer.FusedGroupedConvolution;
import org.disentangle.net.layer.FusedKernelLayer;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.FusedTransposedConvolution;
import org.disentangle.net.layer.FusedUpsample;
import org.disentangle.net.layer.Nonlinearity;

/**
 * The layers of a trained network as ONNX operators, as they compute at inference: weights are
 * those after spectral normalisation, batch normalisation has its moving statistics, SAME padding
 * is written out.
 */
final class OnnxLayers implements AutoCloseable {

  /**
   * Something computed.
   *
   * @param extent its size without the batch
   */
  record Value(String name, Extent extent) {}

  private static final String WEIGHT = "W";
  private static final String BIAS = "b";

  private final OnnxGraph graph;
  private final Architecture architecture;
  private final Network network;

  /** Parameters are taken at once; {@link #close} frees the live network. */
  OnnxLayers(OnnxGraph graph, Architecture architecture, NetworkState state) {
    this.graph = graph;
    this.architecture = architecture;
    network = Network.forInference(architecture);
    network.load(state.withoutOptimizer());
    network.prepare();
  }

  /** Size of what the network takes. */
  Extent input() {
    return architecture.input();
  }

  /**
   * Adds the trunk.
   *
   * @param input values of the network's input, in any form
   */
  Value trunk(Value input) {
    Extent extent = architecture.input();
    String name = architecture.name() + "/" + Architecture.INPUT;
    return chain(arranged(input, extent, name), architecture.trunkNodes());
  }

  /** Adds a head on top of the trunk. */
  Value head(String head, Value trunk) {
    return architecture.heads().get(head).isEmpty()
        ? trunk
        : chain(trunk, architecture.headNodes(head));
  }

  /** The same values as a vector, or as maps. */
  Value arranged(Value value, Extent to, String name) {
    if (value.extent().equals(to)) {
      return value;
    }
    if (to.isVector()) {
      return new Value(graph.add(name, "Flatten", List.of(value.name()), whole("axis", 1)), to);
    }
    String shape = graph.constant(name + "/shape", 0, to.channels(), to.height(), to.width());
    return new Value(graph.add(name, "Reshape", List.of(value.name(), shape)), to);
  }

  /** Adds a head on top of the trunk, its output as a vector. */
  Value vector(String head, Value trunk) {
    Value value = head(head, trunk);
    return arranged(value, Extent.vector(value.extent().size()), value.name() + "/vector");
  }

  private Value chain(Value below, List<Architecture.Node> nodes) {
    for (Architecture.Node node : nodes) {
      String name = architecture.name() + "/" + node.spec().name();
      Value input = arranged(below, node.arranged(), name + "/" + Architecture.INPUT);
      FusedRuntime<?> layer = (FusedRuntime<?>) network.graph().getLayer(node.spec().name());
      Nonlinearity nonlinearity = layer.layerConf().nonlinearity();
      below =
          nonlinearity == Nonlinearity.IDENTITY
              ? new Value(linear(layer, name, name, input, node), node.output())
              : new Value(
                  activated(linear(layer, name, name + "/linear", input, node), name, nonlinearity),
                  node.output());
    }
    return below;
  }

  private String activated(String value, String name, Nonlinearity nonlinearity) {
    List<String> input = List.of(value);
    return switch (nonlinearity) {
      case IDENTITY -> value;
      case RELU -> graph.add(name, "Relu", input);
      case LEAKY_RELU, LEAKY_RELU_10 ->
          graph.add(name, "LeakyRelu", input, number("alpha", nonlinearity.slope()));
      case SIGMOID -> graph.add(name, "Sigmoid", input);
      case TANH -> graph.add(name, "Tanh", input);
    };
  }

  /**
   * What a layer computes before its element-wise function.
   *
   * @param name what its parameters are called after
   * @param output what the result is called
   */
  private String linear(
      FusedRuntime<?> layer, String name, String output, Value input, Architecture.Node node) {
    FusedLayer conf = layer.layerConf();
    if (conf instanceof FusedDense) {
      return graph.add(output, "Gemm", weighted(layer, name, input), whole("transB", 1));
    }
    if (conf instanceof FusedConvolution kernel) {
      return convolved(output, weighted(layer, name, input), kernel, node, 1);
    }
    if (conf instanceof FusedGroupedConvolution kernel) {
      return convolved(output, weighted(layer, name, input), kernel, node, kernel.groups());
    }
    if (conf instanceof FusedTransposedConvolution kernel) {
      return transposed(output, weighted(layer, name, input), kernel);
    }
    if (conf instanceof FusedBatchNorm) {
      return normalised(layer, name, output, input);
    }
    if (conf instanceof FusedAveragePool) {
      return graph.add(
          output,
          "AveragePool",
          List.of(input.name()),
          wholes("kernel_shape", FusedAveragePool.SIDE, FusedAveragePool.SIDE),
          wholes("strides", FusedAveragePool.SIDE, FusedAveragePool.SIDE));
    }
    if (conf instanceof FusedUpsample upsample) {
      return upsampled(output, input, upsample.bilinear());
    }
    if (conf instanceof FusedCompeteFree) {
      return new CompeteFreeOperators(graph, layer, name).add(output, input.name());
    }
    throw InvalidInputException.of(
        String.format(
            Locale.ROOT,
            "Layer %s: found %s; expected a layer without labels, which ONNX files do not have",
            name,
            conf.getClass().getSimpleName()));
  }

  private List<String> weighted(FusedRuntime<?> layer, String name, Value input) {
    return List.of(
        input.name(),
        graph.constant(
            name + "/" + WEIGHT,
            LayerValues.of(layer.effectiveWeight()),
            layer.effectiveWeight().shape()),
        LayerValues.constant(graph, layer, name, BIAS));
  }

  private String convolved(
      String output,
      List<String> inputs,
      FusedKernelLayer layer,
      Architecture.Node node,
      int groups) {
    int rows = samePadding(layer, node.arranged().height(), node.output().height());
    int columns = samePadding(layer, node.arranged().width(), node.output().width());
    return graph.add(
        output,
        "Conv",
        inputs,
        wholes("kernel_shape", layer.kernel(), layer.kernel()),
        wholes("strides", layer.stride(), layer.stride()),
        wholes("pads", rows / 2, columns / 2, rows - rows / 2, columns - columns / 2),
        whole("group", groups));
  }

  /** Rows or columns that SAME padding adds; of an odd number the greater part is at the end. */
  private static int samePadding(FusedKernelLayer layer, int input, int output) {
    return Math.max(0, (output - 1) * layer.stride() + layer.kernel() - input);
  }

  /** The stored weight is [inputs, outputs, kernel, kernel], as ONNX has it. */
  private String transposed(String output, List<String> inputs, FusedTransposedConvolution layer) {
    int cut = Math.max(0, layer.kernel() - layer.stride());
    int added = Math.max(0, layer.stride() - layer.kernel());
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(wholes("kernel_shape", layer.kernel(), layer.kernel()));
    attributes.add(wholes("strides", layer.stride(), layer.stride()));
    attributes.add(wholes("pads", cut / 2, cut / 2, cut - cut / 2, cut - cut / 2));
    attributes.add(wholes("output_padding", added, added));
    return graph.add(output, "ConvTranspose", inputs, attributes.toArray(AttributeProto[]::new));
  }

  private String normalised(FusedRuntime<?> layer, String name, String output, Value input) {
    List<String> inputs = new ArrayList<>(List.of(input.name()));
    for (String parameter : List.of("gamma", "beta", "mean", "var")) {
      inputs.add(LayerValues.constant(graph, layer, name, parameter));
    }
    return graph.add(
        output, "BatchNormalization", inputs, number("epsilon", FusedBatchNorm.EPSILON));
  }

  private String upsampled(String output, Value input, boolean bilinear) {
    float factor = FusedUpsample.FACTOR;
    String scales = graph.constant(output + "/scales", new float[] {1, 1, factor, factor}, 4);
    List<String> inputs = List.of(input.name(), "", scales);
    return bilinear
        ? graph.add(
            output,
            "Resize",
            inputs,
            text("mode", "linear"),
            text("coordinate_transformation_mode", "half_pixel"))
        : graph.add(
            output,
            "Resize",
            inputs,
            text("mode", "nearest"),
            text("coordinate_transformation_mode", "asymmetric"),
            text("nearest_mode", "floor"));
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    network.close();
  }
}
