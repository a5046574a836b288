// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onnx;

import static onnx.Onnx.TensorProto.DataType.FLOAT;
import static onnx.Onnx.TensorProto.DataType.INT64;
import static org.disentangle.net.onnx.OnnxGraph.whole;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.onnx.OnnxLayers.Value;
import org.disentangle.net.stylecontent.StyleContentNetworks;

/**
 * Generators and encoders as ONNX files. The first axis of every input and output is the batch, of
 * any length. Images are [batch, channels, height, width], values in [0, 1], colour planes in the
 * order red, green, blue. Everything is computed in single precision with the moving statistics, so
 * that a row of the result depends on its row of the input alone.
 */
public final class OnnxNetworks {

  /** Continuous codes: [batch, codes], of single precision. */
  public static final String CODES = "codes";

  /** Noise: [batch, values], of single precision. */
  public static final String NOISE = "noise";

  public static final String IMAGE = "image";

  /** Logarithms of the variances of codes whose means an encoder gives; shaped like these. */
  public static final String LOG_VARIANCE = "log_variance";

  /** The code that carries the label: [batch, values], of single precision. */
  public static final String SPECIFIED = "specified";

  /** The code that carries everything else: [batch, values], of single precision. */
  public static final String UNSPECIFIED = "unspecified";

  private static final String GENERATOR = "generator";
  private static final String ENCODER = "encoder";

  private OnnxNetworks() {}

  /**
   * What a categorical code is called: numbers of categories from 0, [batch], of 64 bits.
   *
   * @param code its index among all codes, from 0
   */
  public static String category(int code) {
    return "category_" + code;
  }

  /**
   * Codes and noise to images. Inputs are {@link #category} of each categorical code, {@link
   * #CODES} with the continuous ones and {@link #NOISE}, each only if there are any; output {@link
   * #IMAGE}.
   */
  public static byte[] generator(
      CodeNetworks networks, LatentSpace space, TrainingState state, OnnxHeader header) {
    OnnxGraph graph = new OnnxGraph(GENERATOR);
    List<String> parts = new ArrayList<>();
    for (int code = 0; code < space.categories().size(); code++) {
      int count = space.categories().get(code);
      String oneHot = graph.constant(category(code) + "/one_hot", unit(count), count, count);
      String number = graph.input(category(code), INT64);
      parts.add(graph.add(category(code) + "/values", "Gather", List.of(oneHot, number)));
    }
    if (space.numContinuous() > 0) {
      parts.add(graph.input(CODES, FLOAT, space.numContinuous()));
    }
    if (space.noiseDim() > 0) {
      parts.add(graph.input(NOISE, FLOAT, space.noiseDim()));
    }
    CodeNetworks.ImageOutput output = networks.toImages();
    Architecture architecture = output.architecture();
    try (OnnxLayers layers =
        new OnnxLayers(graph, architecture, state.network(architecture.name()))) {
      image(
          graph,
          layers,
          joined(graph, parts),
          output.head(),
          networks.imageShape(),
          output.signed());
    }
    return graph.toBytes(header);
  }

  /**
   * Images to codes. Input {@link #IMAGE}; outputs {@link #category} of each categorical code,
   * {@link #CODES} with the continuous ones, and {@link #LOG_VARIANCE} if the encoder is
   * variational.
   */
  public static byte[] encoder(
      CodeNetworks networks, LatentSpace space, TrainingState state, OnnxHeader header) {
    OnnxGraph graph = new OnnxGraph(ENCODER);
    CodeNetworks.CodeOutput output = networks.toCodes();
    Value value = images(graph, networks.imageShape());
    if (output.signed()) {
      String twice = scaled(graph, IMAGE + "/twice", "Mul", value.name(), 2);
      value = new Value(scaled(graph, IMAGE + "/signed", "Sub", twice, 1), value.extent());
    }
    for (CodeNetworks.CodeOutput.Step step : output.before()) {
      Architecture architecture = step.architecture();
      try (OnnxLayers layers =
          new OnnxLayers(graph, architecture, state.network(architecture.name()))) {
        value = layers.head(step.head(), layers.trunk(value));
      }
    }
    Architecture last = output.architecture();
    try (OnnxLayers layers = new OnnxLayers(graph, last, state.network(last.name()))) {
      Value trunk = layers.trunk(value);
      codes(graph, layers.vector(output.mean(), trunk).name(), space);
      if (output.logVariance() != null) {
        output(graph, layers.vector(output.logVariance(), trunk), LOG_VARIANCE);
      }
    }
    return graph.toBytes(header);
  }

  /** {@link #SPECIFIED} and {@link #UNSPECIFIED} codes to {@link #IMAGE}. */
  public static byte[] generator(
      StyleContentNetworks networks, TrainingState state, OnnxHeader header) {
    OnnxGraph graph = new OnnxGraph(GENERATOR);
    String specified = graph.input(SPECIFIED, FLOAT, networks.specifiedDim());
    String unspecified = graph.input(UNSPECIFIED, FLOAT, networks.unspecifiedDim());
    Architecture decoder = networks.imageDecoder();
    try (OnnxLayers layers = new OnnxLayers(graph, decoder, state.network(decoder.name()))) {
      image(
          graph,
          layers,
          joined(graph, List.of(unspecified, specified)),
          StyleContentNetworks.LOGITS,
          networks.imageShape(),
          false);
    }
    return graph.toBytes(header);
  }

  /**
   * {@link #IMAGE} to {@link #SPECIFIED} and {@link #UNSPECIFIED} codes, of the latter means and
   * {@link #LOG_VARIANCE}.
   */
  public static byte[] encoder(
      StyleContentNetworks networks, TrainingState state, OnnxHeader header) {
    OnnxGraph graph = new OnnxGraph(ENCODER);
    Architecture encoder = networks.encoder();
    try (OnnxLayers layers = new OnnxLayers(graph, encoder, state.network(encoder.name()))) {
      Value trunk = layers.trunk(images(graph, networks.imageShape()));
      output(graph, layers.vector(StyleContentNetworks.SPECIFIED, trunk), SPECIFIED);
      output(graph, layers.vector(StyleContentNetworks.MEAN, trunk), UNSPECIFIED);
      output(graph, layers.vector(StyleContentNetworks.LOG_VARIANCE, trunk), LOG_VARIANCE);
    }
    return graph.toBytes(header);
  }

  private static void output(OnnxGraph graph, Value vector, String name) {
    graph.output(vector.name(), name, FLOAT, vector.extent().size());
  }

  private static Value images(OnnxGraph graph, ImageShape shape) {
    String input = graph.input(IMAGE, FLOAT, shape.channels(), shape.height(), shape.width());
    return new Value(input, extent(shape));
  }

  private static Extent extent(ImageShape shape) {
    return new Extent(shape.channels(), shape.height(), shape.width());
  }

  private static String joined(OnnxGraph graph, List<String> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : graph.add("latent", "Concat", parts, whole("axis", 1));
  }

  private static void image(
      OnnxGraph graph,
      OnnxLayers layers,
      String latent,
      String head,
      ImageShape shape,
      boolean signed) {
    Value trunk = layers.trunk(new Value(latent, layers.input()));
    Value made = layers.arranged(layers.head(head, trunk), extent(shape), IMAGE + "/maps");
    String values = made.name();
    if (signed) {
      String above = scaled(graph, IMAGE + "/above", "Add", values, 1);
      values = scaled(graph, IMAGE + "/unit", "Mul", above, 0.5f);
    }
    graph.output(values, IMAGE, FLOAT, shape.channels(), shape.height(), shape.width());
  }

  private static String scaled(
      OnnxGraph graph, String name, String operator, String values, float number) {
    String constant = graph.constant(name + "/number", new float[] {number});
    return graph.add(name, operator, List.of(values, constant));
  }

  /** As {@link LatentSpace#codes} has them; values behind the codes are left out. */
  private static void codes(OnnxGraph graph, String values, LatentSpace space) {
    int from = 0;
    for (int code = 0; code < space.categories().size(); code++) {
      int to = from + space.categories().get(code);
      String scores = Slices.columns(graph, category(code) + "/scores", values, from, to);
      String likeliest =
          graph.add(
              category(code) + "/likeliest",
              "ArgMax",
              List.of(scores),
              whole("axis", 1),
              whole("keepdims", 0));
      graph.output(likeliest, category(code), INT64);
      from = to;
    }
    if (space.numContinuous() > 0) {
      String codes =
          Slices.columns(graph, CODES + "/values", values, from, from + space.numContinuous());
      graph.output(codes, CODES, FLOAT, space.numContinuous());
    }
  }

  private static float[] unit(int size) {
    float[] matrix = new float[size * size];
    for (int i = 0; i < size; i++) {
      matrix[i * size + i] = 1;
    }
    return matrix;
  }
}
