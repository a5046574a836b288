// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.util.Arrays;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.disentangle.net.onednn.Stage.Program;
import org.disentangle.net.onednn.Stage.WeightStage;

/**
 * A fully connected layer. What becomes of a row must not depend on its place in the batch; without
 * AVX-512 the matrix product of oneDNN rounds the last rows otherwise, and a convolution that sums
 * every row in the same order takes its place forwards.
 */
final class DenseStage extends WeightStage {

  private final long[] inputSizes;
  private final long[] outputSizes;
  private final long[] weightSizes;
  private memory input;
  private memory output;

  /**
   * @param input [batch, values] or [batch, channels, height, width]
   * @param output [batch, outputs]
   */
  DenseStage(Product product, long[] input, long[] output) {
    super(product, weightSizes(input, output));
    inputSizes = input;
    outputSizes = output;
    weightSizes = weightSizes(input, output);
  }

  /** One row of the input's sizes per output. */
  private static long[] weightSizes(long[] input, long[] output) {
    long[] sizes = input.clone();
    sizes[0] = output[1];
    return sizes;
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    this.input = input;
    Program program = new Program();
    output = Device.BLOCK == 16 ? multiply(input, program) : convolve(input, program);
    training.add(program);
    inference.add(program);
    return output;
  }

  private memory multiply(memory input, Program program) {
    inner_product_forward.primitive_desc product = product(activation.fused(), given);
    memory result = device.allocate(product.dst_desc());
    program.add(
        device.call(
            new inner_product_forward(product),
            DNNL_ARG_SRC,
            device.in(product.src_desc(), input, program),
            DNNL_ARG_WEIGHTS,
            weight(product.weights_desc()),
            DNNL_ARG_BIAS,
            bias(),
            DNNL_ARG_DST,
            result));
    return result;
  }

  private inner_product_forward.primitive_desc product(primitive_attr attributes, Layouts given) {
    return new inner_product_forward.primitive_desc(
        new inner_product_forward.desc(
            prop_kind.forward_training,
            device.values().any(inputSizes),
            device.values().any(weightSizes),
            FLOATS.plain(outputSizes[1]),
            given.plain(outputSizes)),
        attributes,
        Device.engine());
  }

  /** With 1x1 windows over one image, whose positions are the rows of the batch. */
  private memory convolve(memory input, Program program) {
    convolution_forward.primitive_desc product =
        new convolution_forward.primitive_desc(
            new convolution_forward.desc(
                prop_kind.forward_training,
                algorithm.convolution_direct,
                rowsAsPositions(values()),
                FLOATS.any(outputSizes[1], values(), 1, 1),
                FLOATS.plain(outputSizes[1]),
                rowsAsPositions(outputSizes[1]),
                new long[] {1, 1},
                new long[] {0, 0},
                new long[] {0, 0}),
            activation.fused(),
            Device.engine());
    memory rows = device.in(FLOATS.plain(inputSizes), input, program);
    memory result = device.allocate(product.dst_desc());
    program.add(
        device.call(
            new convolution_forward(product),
            DNNL_ARG_SRC,
            device.view(rows, product.src_desc()),
            DNNL_ARG_WEIGHTS,
            weights.weight(
                layer, FLOATS.plain(outputSizes[1], values(), 1, 1), product.weights_desc()),
            DNNL_ARG_BIAS,
            bias(),
            DNNL_ARG_DST,
            result));
    return device.view(result, FLOATS.plain(outputSizes));
  }

  private long values() {
    return Arrays.stream(inputSizes).skip(1).reduce(1, (a, b) -> a * b);
  }

  /** Row-major rows of a given length, read as one image with one channel per value. */
  private memory.desc rowsAsPositions(long values) {
    return FLOATS.channelsLast(1, values, 1, inputSizes[0]);
  }

  @Override
  memory compileBackward(memory epsilon) {
    Layouts values = device.values();
    memory gradient =
        device.in(values.plain(outputSizes), activation.backward(output, epsilon, delta), delta);
    compileParameterGradients(gradient);
    inner_product_backward_data.primitive_desc description =
        new inner_product_backward_data.primitive_desc(
            new inner_product_backward_data.desc(
                values.any(inputSizes), values.any(weightSizes), values.plain(outputSizes)),
            Device.attributes(),
            Device.engine(),
            product(Device.attributes(), device.values()));
    memory result = device.allocate(description.diff_src_desc());
    inputGradient.add(
        device.call(
            new inner_product_backward_data(description),
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_WEIGHTS,
            weight(description.weights_desc()),
            DNNL_ARG_DIFF_SRC,
            result));
    return result;
  }

  private void compileParameterGradients(memory gradient) {
    inner_product_backward_weights.primitive_desc description =
        new inner_product_backward_weights.primitive_desc(
            new inner_product_backward_weights.desc(
                device.values().any(inputSizes),
                FLOATS.any(weightSizes),
                FLOATS.plain(outputSizes[1]),
                device.values().plain(outputSizes)),
            Device.attributes(),
            Device.engine(),
            product(Device.attributes(), device.values()));
    memory weightGradient = device.allocate(description.diff_weights_desc());
    memory biasGradient = device.allocate(description.diff_bias_desc());
    parameterGradients.add(
        device.call(
            new inner_product_backward_weights(description),
            DNNL_ARG_SRC,
            device.in(description.src_desc(), input, parameterGradients),
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_DIFF_WEIGHTS,
            weightGradient,
            DNNL_ARG_DIFF_BIAS,
            biasGradient));
    addWeightGradient(weightGradient);
    addBiasGradient(biasGradient);
  }
}
