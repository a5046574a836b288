package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.resampling_backward;
import org.bytedeco.dnnl.resampling_forward;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.FusedUpsample;

/**
 * Upsampling, whose pixel centres oneDNN takes as we do, then the element-wise function in place.
 */
final class UpsampleStage extends Stage {

  private final Device device;
  private final Activation activation;
  private final algorithm interpolation;
  private final long[] to;
  private resampling_forward.primitive_desc forward;
  private memory.desc source;
  private memory output;

  /**
   * @param to sizes of the output
   */
  UpsampleStage(FusedRuntime<?> layer, Device device, long[] to) {
    this.device = device;
    this.to = to;
    activation = new Activation(layer.layerConf().nonlinearity(), device);
    interpolation =
        ((FusedUpsample) layer.layerConf()).bilinear()
            ? algorithm.resampling_linear
            : algorithm.resampling_nearest;
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    source = input.get_desc();
    forward =
        new resampling_forward.primitive_desc(
            new resampling_forward.desc(
                prop_kind.forward_training, interpolation, source, Device.any(to)),
            Device.attributes(),
            device.engine());
    output = device.allocate(forward.dst_desc());
    Program program = new Program();
    program.add(
        device.call(new resampling_forward(forward), DNNL_ARG_SRC, input, DNNL_ARG_DST, output));
    activation.forward(output, program);
    training.add(program);
    inference.add(program);
    return output;
  }

  @Override
  memory compileBackward(memory epsilon) {
    memory gradient = activation.backward(output, epsilon, delta);
    resampling_backward.primitive_desc backward =
        new resampling_backward.primitive_desc(
            new resampling_backward.desc(interpolation, source, gradient.get_desc()),
            Device.attributes(),
            device.engine(),
            forward);
    memory result = device.allocate(backward.diff_src_desc());
    inputGradient.add(
        device.call(
            new resampling_backward(backward),
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_DIFF_SRC,
            result));
    return result;
  }
}
