package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.FusedTransposedConvolution;

/**
 * A transposed convolution: the products of {@link ConvolutionShape} with the roles of its sides
 * exchanged.
 */
final class TransposedConvolutionStage extends WeightStage {

  private final ConvolutionShape shape;
  private memory input;
  private memory output;

  TransposedConvolutionStage(
      FusedRuntime<?> layer, SharedWeights weights, long[] input, long[] output) {
    super(layer, weights, layer.layerConf().weightShape(), layer.layerConf().getNOut());
    FusedTransposedConvolution conf = (FusedTransposedConvolution) layer.layerConf();
    shape = new ConvolutionShape(output, input, conf.weightShape(), conf.kernel(), conf.stride());
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    this.input = input;
    Program program = new Program();
    if (shape.isFoldable()) {
      output = device.allocate(Device.plain(shape.large()));
      new FoldedTranspose(shape, layer, weights).compile(input, output, program);
    } else {
      convolution_backward_data.primitive_desc up = shape.up(device);
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
    }
    new ChannelShift(device).compile(output, weights.biasAsShift(layer.getParam("b")), program);
    activation.forward(output, program);
    training.add(program);
    inference.add(program);
    return output;
  }

  @Override
  memory compileBackward(memory epsilon) {
    memory gradient = activation.backward(output, epsilon, delta);
    compileParameterGradients(gradient);
    convolution_forward.primitive_desc down = shape.down(device, false, Device.attributes());
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
