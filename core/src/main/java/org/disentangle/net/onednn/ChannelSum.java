package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    program.add(device.call(new pooling_forward(average), DNNL_ARG_SRC, maps, DNNL_ARG_DST, means));
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
