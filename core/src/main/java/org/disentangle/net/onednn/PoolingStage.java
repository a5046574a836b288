// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.disentangle.net.layer.FusedAveragePool;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.onednn.Stage.Program;

/** Average pooling, then the element-wise function in place. */
final class PoolingStage extends Stage {

  private static final long[] SQUARE = {FusedAveragePool.SIDE, FusedAveragePool.SIDE};
  private static final long[] NO_PADDING = {0, 0};

  private final Device device;
  private final Activation activation;
  private final long[] to;
  private pooling_forward.primitive_desc forward;
  private memory.desc source;
  private memory output;

  /**
   * @param to sizes of the output
   */
  PoolingStage(FusedRuntime<?> layer, Device device, long[] to) {
    this.device = device;
    this.to = to;
    activation = new Activation(layer.layerConf().nonlinearity(), device);
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    source = input.get_desc();
    forward =
        new pooling_forward.primitive_desc(
            new pooling_forward.desc(
                prop_kind.forward_training,
                algorithm.pooling_avg_exclude_padding,
                source,
                Layouts.like(input).any(to),
                SQUARE,
                SQUARE,
                NO_PADDING,
                NO_PADDING),
            Device.attributes(),
            Device.engine());
    output = device.allocate(forward.dst_desc());
    Program program = new Program();
    program.add(
        device.call(new pooling_forward(forward), DNNL_ARG_SRC, input, DNNL_ARG_DST, output));
    activation.forward(output, program);
    training.add(program);
    inference.add(program);
    return output;
  }

  @Override
  memory compileBackward(memory epsilon) {
    memory gradient = activation.backward(output, epsilon, delta);
    pooling_backward.primitive_desc backward =
        new pooling_backward.primitive_desc(
            new pooling_backward.desc(
                algorithm.pooling_avg_exclude_padding,
                source,
                gradient.get_desc(),
                SQUARE,
                SQUARE,
                NO_PADDING,
                NO_PADDING),
            Device.attributes(),
            Device.engine(),
            forward);
    memory result = device.allocate(backward.diff_src_desc());
    inputGradient.add(
        device.call(
            new pooling_backward(backward),
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_DIFF_SRC,
            result));
    return result;
  }
}
