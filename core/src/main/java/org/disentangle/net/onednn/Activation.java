// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.disentangle.net.layer.Nonlinearity;
import org.disentangle.net.onednn.Stage.Program;

/**
 * {@link Nonlinearity} in oneDNN: fused behind a product, on its own in place, and backwards from
 * the output.
 */
record Activation(Nonlinearity nonlinearity, Device device) {

  boolean isIdentity() {
    return nonlinearity == Nonlinearity.IDENTITY;
  }

  /** Attributes that fuse the function into the primitive they are given to. */
  primitive_attr fused() {
    primitive_attr attributes = Device.attributes();
    if (!isIdentity()) {
      post_ops after = new post_ops();
      algorithm function =
          switch (nonlinearity) {
            case SIGMOID -> algorithm.eltwise_logistic;
            case TANH -> algorithm.eltwise_tanh;
            default -> algorithm.eltwise_relu;
          };
      after.append_eltwise(1, function, slope(), 0);
      attributes.set_post_ops(after);
    }
    return attributes;
  }

  /** Applies the function in place. */
  void forward(memory values, Program program) {
    if (!isIdentity()) {
      program.add(
          device.call(
              new eltwise_forward(description(values)),
              DNNL_ARG_SRC,
              values,
              DNNL_ARG_DST,
              values));
    }
  }

  /**
   * Gradient before the function, in the layout of the output; overwrites {@code epsilon} where
   * layouts agree.
   */
  memory backward(memory output, memory epsilon, Program program) {
    memory delta = device.in(output.get_desc(), epsilon, program);
    if (!isIdentity()) {
      eltwise_backward.primitive_desc description =
          new eltwise_backward.primitive_desc(
              new eltwise_backward.desc(
                  fromOutput(), output.get_desc(), output.get_desc(), slope(), 0),
              Device.attributes(),
              Device.engine(),
              description(output));
      program.add(
          device.call(
              new eltwise_backward(description),
              DNNL_ARG_DST,
              output,
              DNNL_ARG_DIFF_DST,
              delta,
              DNNL_ARG_DIFF_SRC,
              delta));
    }
    return delta;
  }

  private eltwise_forward.primitive_desc description(memory values) {
    return new eltwise_forward.primitive_desc(
        new eltwise_forward.desc(
            prop_kind.forward_training, fromOutput(), values.get_desc(), slope(), 0),
        Device.attributes(),
        Device.engine());
  }

  private algorithm fromOutput() {
    return switch (nonlinearity) {
      case SIGMOID -> algorithm.eltwise_logistic_use_dst_for_bwd;
      case TANH -> algorithm.eltwise_tanh_use_dst_for_bwd;
      default -> algorithm.eltwise_relu_use_dst_for_bwd;
    };
  }

  private float slope() {
    return (float) nonlinearity.slope();
  }
}
