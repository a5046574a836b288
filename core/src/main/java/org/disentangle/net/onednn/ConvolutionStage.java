package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
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
import org.disentangle.net.layer.FusedConvolution;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.onednn.Stage.Program;
import org.disentangle.net.onednn.Stage.WeightStage;

/** A convolution with bias and activation in one primitive. */
final class ConvolutionStage extends WeightStage {

  private final ConvolutionShape shape;
  private memory input;
  private memory source;
  private memory output;

  ConvolutionStage(FusedRuntime<?> layer, SharedWeights weights, long[] input, long[] output) {
    super(layer, weights, layer.layerConf().weightShape(), layer.layerConf().getNOut());
    FusedConvolution conf = (FusedConvolution) layer.layerConf();
    shape = new ConvolutionShape(input, output, conf.weightShape(), conf.kernel(), conf.stride());
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    convolution_forward.primitive_desc down = shape.down(device, true, activation.fused());
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
      memory result = device.allocate(Device.plain(shape.large()));
      fold.compile(gradient, result, inputGradient);
      return result;
    }
    convolution_backward_data.primitive_desc up = shape.up(device);
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
