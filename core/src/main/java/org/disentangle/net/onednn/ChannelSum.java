// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;
import org.disentangle.net.layer.HostValues;
import org.disentangle.net.onednn.Stage.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds the sum over images and positions of each feature map to an array: the gradient of a
 * per-channel bias.
 */
record ChannelSum(Device device) {

  void compile(memory maps, long[] sizes, INDArray target, Program program) {
    if (maps.get_desc().equals(FLOATS.plain(sizes))) {
      program.add(sumOfRowMajor(maps, sizes, HostValues.floats(target)));
      return;
    }
    long[] window = {sizes[2], sizes[3]};
    long[] none = {0, 0};
    pooling_forward.primitive_desc average =
        new pooling_forward.primitive_desc(
            new pooling_forward.desc(
                prop_kind.forward_inference,
                algorithm.pooling_avg_exclude_padding,
                maps.get_desc(),
                Layouts.like(maps).any(sizes[0], sizes[1], 1, 1),
                window,
                window,
                none,
                none),
            Device.attributes(),
            Device.engine());
    memory means = device.allocate(average.dst_desc());
    program.add(
        device.call(new pooling_forward(average), DNNL_ARG_SRC, maps, DNNL_ARG_DST, means));
    memory rows = device.in(FLOATS.plain(sizes[0], sizes[1], 1, 1), means, program);
    float[] values = new float[(int) (sizes[0] * sizes[1])];
    float[] sums = new float[(int) sizes[1]];
    memory total = device.over(target, FLOATS.plain(sizes[1]));
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

  /** oneDNN has only its reference code for maps that lie channel after channel. */
  private static Runnable sumOfRowMajor(memory maps, long[] sizes, FloatBuffer target) {
    float[] map = new float[(int) (sizes[2] * sizes[3])];
    double[] sums = new double[(int) sizes[1]];
    return () -> {
      FloatBuffer values = Device.floats(maps);
      Arrays.fill(sums, 0);
      for (int at = 0; at < sizes[0] * sums.length; at++) {
        values.get(map);
        sums[at % sums.length] += total(map);
      }
      for (int channel = 0; channel < sums.length; channel++) {
        target.put(channel, target.get(channel) + (float) sums[channel]);
      }
    };
  }

  /** In double precision, four sums side by side. */
  private static double total(float[] values) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int whole = values.length - values.length % 4;
    for (int i = 0; i < whole; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (int i = whole; i < values.length; i++) {
      a += values[i];
    }
    return a + b + (c + d);
  }
}
