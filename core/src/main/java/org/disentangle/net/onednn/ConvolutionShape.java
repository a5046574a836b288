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

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.disentangle.net.layer.FusedConvolution;
import org.disentangle.net.layer.FusedTransposedConvolution;
import org.disentangle.net.layer.HostValues;
import org.disentangle.net.onednn.Stage.Program;
import org.disentangle.net.onednn.Stage.WeightStage;

/**
 * The three products of a convolution with SAME padding, from {@code large} feature maps to {@code
 * small} ones. A transposed convolution is the same thing read backwards.
 */
record ConvolutionShape(long[] large, long[] small, long[] weights, int kernel, int stride) {

  /**
   * Large to small.
   *
   * @param given of the small ones
   */
  convolution_forward.primitive_desc down(
      Device device, boolean bias, primitive_attr attributes, Layouts given) {
    convolution_forward.desc description =
        new convolution_forward.desc(
            prop_kind.forward_training,
            algorithm.convolution_direct,
            device.values().any(large),
            device.values().any(weights),
            bias(bias),
            given.any(small),
            strides(),
            padding(true),
            padding(false));
    return new convolution_forward.primitive_desc(description, attributes, Device.engine());
  }

  /**
   * Small to large.
   *
   * @param given of the large ones
   */
  convolution_backward_data.primitive_desc up(Device device, Layouts given) {
    Layouts values = device.values();
    return new convolution_backward_data.primitive_desc(
        new convolution_backward_data.desc(
            algorithm.convolution_direct,
            given.any(large),
            values.any(weights),
            values.any(small),
            strides(),
            padding(true),
            padding(false)),
        Device.attributes(),
        Device.engine(),
        down(device, false, Device.attributes(), values));
  }

  /**
   * Gradient of the weights in single precision, and of a bias on the small side where asked for.
   */
  convolution_backward_weights.primitive_desc weightGradient(Device device, boolean bias) {
    Layouts values = device.values();
    convolution_backward_weights.desc description =
        new convolution_backward_weights.desc(
            algorithm.convolution_direct,
            values.any(large),
            FLOATS.any(weights),
            bias(bias),
            values.any(small),
            strides(),
            padding(true),
            padding(false));
    return new convolution_backward_weights.primitive_desc(
        description,
        Device.attributes(),
        Device.engine(),
        down(device, bias, Device.attributes(), values));
  }

  /** Whether {@link FoldedTranspose} is the faster way from small to large. */
  boolean isFoldable() {
    return kernel == 4
        && stride == 2
        && large[1] <= 4
        && large[2] == 2 * small[2]
        && large[3] == 2 * small[3];
  }

  /** To oneDNN a layout of nothing is no bias. */
  private memory.desc bias(boolean exists) {
    return exists ? FLOATS.plain(weights[0]) : new memory.desc();
  }

  private long[] strides() {
    return new long[] {stride, stride};
  }

  private long[] padding(boolean leading) {
    long[] padding = new long[2];
    for (int axis = 0; axis < 2; axis++) {
      long total = Math.max(0, (small[axis + 2] - 1) * stride + kernel - large[axis + 2]);
      padding[axis] = leading ? total / 2 : total - total / 2;
    }
    return padding;
  }

  /** A convolution with bias and activation in one primitive. */
  static final class ConvolutionStage extends WeightStage {

    private final ConvolutionShape shape;
    private memory input;
    private memory source;
    private memory output;

    ConvolutionStage(Product product, long[] input, long[] output) {
      super(product, product.layer().layerConf().weightShape());
      FusedConvolution conf = (FusedConvolution) layer.layerConf();
      shape = new ConvolutionShape(input, output, conf.weightShape(), conf.kernel(), conf.stride());
    }

    @Override
    memory compileForward(memory input, Program training, Program inference) {
      convolution_forward.primitive_desc down = shape.down(device, true, activation.fused(), given);
      Program program = new Program();
      this.input = input;
      source = device.in(down.src_desc(), input, program);
      output = device.allocate(down.dst_desc());
      program.add(
          device.call(
              new convolution_forward(down),
              DNNL_ARG_SRC,
              source,
              DNNL_ARG_WEIGHTS,
              weight(down.weights_desc()),
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
      if (shape.isFoldable()) {
        FoldedTranspose fold = new FoldedTranspose(shape, layer, weights);
        memory result = device.allocate(FLOATS.plain(shape.large()));
        fold.compile(gradient, result, null, inputGradient);
        return result;
      }
      convolution_backward_data.primitive_desc up = shape.up(device, device.values());
      memory result = device.allocate(up.diff_src_desc());
      memory converted = device.in(up.diff_dst_desc(), gradient, inputGradient);
      inputGradient.add(
          device.call(
              new convolution_backward_data(up),
              DNNL_ARG_DIFF_DST,
              converted,
              DNNL_ARG_WEIGHTS,
              weight(up.weights_desc()),
              DNNL_ARG_DIFF_SRC,
              result));
      return result;
    }

    private void compileParameterGradients(memory gradient) {
      convolution_backward_weights.primitive_desc description = shape.weightGradient(device, true);
      memory images =
          source.get_desc().equals(description.src_desc())
              ? source
              : device.in(description.src_desc(), input, parameterGradients);
      memory converted = device.in(description.diff_dst_desc(), gradient, parameterGradients);
      memory weightGradient = device.allocate(description.diff_weights_desc());
      memory biasGradient = device.allocate(description.diff_bias_desc());
      parameterGradients.add(
          device.call(
              new convolution_backward_weights(description),
              DNNL_ARG_SRC,
              images,
              DNNL_ARG_DIFF_DST,
              converted,
              DNNL_ARG_DIFF_WEIGHTS,
              weightGradient,
              DNNL_ARG_DIFF_BIAS,
              biasGradient));
      addWeightGradient(weightGradient);
      addBiasGradient(biasGradient);
    }
  }

  /**
   * A transposed convolution: the products of {@link ConvolutionShape} with the roles of its sides
   * exchanged.
   */
  static final class TransposedConvolutionStage extends WeightStage {

    private final ConvolutionShape shape;
    private memory input;
    private memory output;

    TransposedConvolutionStage(Product product, long[] input, long[] output) {
      super(product, product.layer().layerConf().weightShape());
      FusedTransposedConvolution conf = (FusedTransposedConvolution) layer.layerConf();
      shape = new ConvolutionShape(output, input, conf.weightShape(), conf.kernel(), conf.stride());
    }

    @Override
    memory compileForward(memory input, Program training, Program inference) {
      this.input = input;
      Program program = new Program();
      if (shape.isFoldable()) {
        output = device.allocate(FLOATS.plain(shape.large()));
        FloatBuffer bias = HostValues.floats(layer.getParam("b"));
        new FoldedTranspose(shape, layer, weights).compile(input, output, bias, program);
      } else {
        convolution_backward_data.primitive_desc up = shape.up(device, given);
        output = device.allocate(up.diff_src_desc());
        program.add(
            device.call(
                new convolution_backward_data(up),
                DNNL_ARG_DIFF_DST,
                device.in(up.diff_dst_desc(), input, program),
                DNNL_ARG_WEIGHTS,
                weight(up.weights_desc()),
                DNNL_ARG_DIFF_SRC,
                output));
        new ChannelShift(device).compile(output, weights.biasAsShift(layer.getParam("b")), program);
      }
      activation.forward(output, program);
      training.add(program);
      inference.add(program);
      return output;
    }

    @Override
    memory compileBackward(memory epsilon) {
      memory gradient = activation.backward(output, epsilon, delta);
      compileParameterGradients(gradient);
      convolution_forward.primitive_desc down =
          shape.down(device, false, Device.attributes(), device.values());
      memory result = device.allocate(down.dst_desc());
      inputGradient.add(
          device.call(
              new convolution_forward(down),
              DNNL_ARG_SRC,
              device.in(down.src_desc(), gradient, inputGradient),
              DNNL_ARG_WEIGHTS,
              weight(down.weights_desc()),
              DNNL_ARG_DST,
              result));
      return result;
    }

    private void compileParameterGradients(memory gradient) {
      convolution_backward_weights.primitive_desc description = shape.weightGradient(device, false);
      memory weightGradient = device.allocate(description.diff_weights_desc());
      parameterGradients.add(
          device.call(
              new convolution_backward_weights(description),
              DNNL_ARG_SRC,
              device.in(description.src_desc(), gradient, parameterGradients),
              DNNL_ARG_DIFF_DST,
              device.in(description.diff_dst_desc(), input, parameterGradients),
              DNNL_ARG_DIFF_WEIGHTS,
              weightGradient));
      addWeightGradient(weightGradient);
      new ChannelSum(device)
          .compile(gradient, shape.large(), layer.gradientView("b"), parameterGradients);
    }
  }
}
