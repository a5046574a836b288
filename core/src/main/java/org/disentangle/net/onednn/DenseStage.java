package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;

/** A fully connected layer; feature maps are taken as they are, without flattening them first. */
final class DenseStage extends WeightStage {

  private final long[] inputSizes;
  private final long[] outputSizes;
  private final long[] weightSizes;
  private memory input;
  private memory output;
  private inner_product_forward.primitive_desc product;

  /**
   * @param input [batch, values] or [batch, channels, height, width]
   * @param output [batch, outputs]
   */
  DenseStage(FusedRuntime<?> layer, SharedWeights weights, long[] input, long[] output) {
    super(layer, weights, weightSizes(input, output), output[1]);
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
    product =
        new inner_product_forward.primitive_desc(
            new inner_product_forward.desc(
                prop_kind.forward_training,
                Device.any(inputSizes),
                Device.any(weightSizes),
                Device.plain(outputSizes[1]),
                Device.plain(outputSizes)),
            activation.fused(),
            device.engine());
    output = device.allocate(product.dst_desc());
    Program program = new Program();
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
            output));
    training.add(program);
    inference.add(program);
    return output;
  }

  @Override
  memory compileBackward(memory epsilon) {
    memory gradient = activation.backward(output, epsilon, delta);
    compileParameterGradients(gradient);
    inner_product_backward_data.primitive_desc description =
        new inner_product_backward_data.primitive_desc(
            new inner_product_backward_data.desc(
                Device.any(inputSizes), Device.any(weightSizes), Device.plain(outputSizes)),
            Device.attributes(),
            device.engine(),
            product);
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
                Device.any(inputSizes),
                Device.any(weightSizes),
                Device.plain(outputSizes[1]),
                Device.plain(outputSizes)),
            Device.attributes(),
            device.engine(),
            product);
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
