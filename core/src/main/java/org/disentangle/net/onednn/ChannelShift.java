// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.onednn.Stage.Program;

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
