// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.resampling_forward;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.FusedUpsample;
import org.disentangle.net.onednn.Stage.Program;

/**
 * Upsampling, whose pixel centres oneDNN takes as we do, then the element-wise function in place.
 */
final class UpsampleStage extends Stage {

  private final Device device;
  private final Activation activation;
  private final algorithm interpolation;
  private final long[] to;
  private final UpsampleGradient gradientOfInput;
  private memory output;

  /**
   * @param to sizes of the output
   */
  UpsampleStage(FusedRuntime<?> layer, Device device, long[] to) {
    this.device = device;
    this.to = to;
    activation = new Activation(layer.layerConf().nonlinearity(), device);
    boolean bilinear = ((FusedUpsample) layer.layerConf()).bilinear();
    interpolation = bilinear ? algorithm.resampling_linear : algorithm.resampling_nearest;
    gradientOfInput =
        bilinear ? UpsampleGradient.bilinear(device) : UpsampleGradient.nearest(device);
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    resampling_forward.primitive_desc forward =
        new resampling_forward.primitive_desc(
            new resampling_forward.desc(
                prop_kind.forward_training,
                interpolation,
                input.get_desc(),
                Layouts.like(input).any(to)),
            Device.attributes(),
            Device.engine());
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
    return gradientOfInput.compile(gradient, to, inputGradient);
  }
}
