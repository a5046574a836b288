package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.FusedTransposedConvolution;
import org.disentangle.net.onednn.Stage.Program;
import org.disentangle.net.onednn.Stage.WeightStage;
import org.nd4j.linalg.api.ndarray.INDArray;

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

  /**
   * Adds one value per channel to feature maps, in place: batch normalisation with mean 0, variance
   * 1 and an epsilon that vanishes beside it, the only fast per-channel operation oneDNN has for
   * blocked layouts.
   */
  record ChannelShift(Device device) {

    /** 1 + epsilon is 1; not 0, because the channels that fill up a block have variance 0. */
    private static final float EPSILON = 1e-12f;

    void compile(memory maps, memory scaleAndShift, Program program) {
      batch_normalization_forward.primitive_desc description =
          new batch_normalization_forward.primitive_desc(
              new batch_normalization_forward.desc(
                  prop_kind.forward_inference.value,
                  maps.get_desc(),
                  EPSILON,
                  normalization_flags.use_global_stats.value
                      | normalization_flags.use_scale_shift.value),
              Device.attributes(),
              Device.engine());
      program.add(
          device.call(
              new batch_normalization_forward(description),
              DNNL_ARG_SRC,
              maps,
              DNNL_ARG_MEAN,
              constant(description.mean_desc(), 0),
              DNNL_ARG_VARIANCE,
              constant(description.variance_desc(), 1),
              DNNL_ARG_SCALE_SHIFT,
              scaleAndShift,
              DNNL_ARG_DST,
              maps));
    }

    private memory constant(memory.desc layout, float value) {
      memory filled = device.allocate(layout);
      FloatBuffer floats = Device.floats(filled);
      for (int i = 0; i < floats.capacity(); i++) {
        floats.put(i, value);
      }
      return filled;
    }
  }

  /**
   * Adds the sum over images and positions of each feature map to an array: the gradient of a
   * per-channel bias.
   */
  record ChannelSum(Device device) {

    void compile(memory maps, long[] sizes, INDArray target, Program program) {
      long[] window = {sizes[2], sizes[3]};
      long[] none = {0, 0};
      pooling_forward.primitive_desc average =
          new pooling_forward.primitive_desc(
              new pooling_forward.desc(
                  prop_kind.forward_inference,
                  algorithm.pooling_avg_exclude_padding,
                  maps.get_desc(),
                  Device.any(sizes[0], sizes[1], 1, 1),
                  window,
                  window,
                  none,
                  none),
              Device.attributes(),
              Device.engine());
      memory means = device.allocate(average.dst_desc());
      program.add(
          device.call(new pooling_forward(average), DNNL_ARG_SRC, maps, DNNL_ARG_DST, means));
      memory rows = device.in(Device.plain(sizes[0], sizes[1], 1, 1), means, program);
      float[] values = new float[(int) (sizes[0] * sizes[1])];
      float[] sums = new float[(int) sizes[1]];
      memory total = device.over(target, Device.plain(sizes[1]));
      program.add(
          () -> {
            Device.floats(rows).get(values);
            for (int channel = 0; channel < sums.length; channel++) {
              double sum = 0;
              for (int at = channel; at < values.length; at += sums.length) {
                sum += values[at];
              }
              sums[channel] =
                  Device.floats(total).get(channel) + (float) (sum * window[0] * window[1]);
            }
            Device.floats(total).put(sums);
          });
    }
  }
}
