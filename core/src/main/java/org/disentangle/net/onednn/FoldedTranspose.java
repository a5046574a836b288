// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.onednn.Stage.Program;

/**
 * The way from small feature maps to a few large ones for kernel 4 and stride 2: a 1x1 convolution
 * to the sixteen taps of every output channel, then each output value as the sum of its four taps.
 * oneDNN's own kernel pads one channel to sixteen and is several times slower here.
 */
final class FoldedTranspose {

  private static final int TAPS = 16;

  private final ConvolutionShape shape;
  private final FusedRuntime<?> layer;
  private final SharedWeights weights;

  FoldedTranspose(ConvolutionShape shape, FusedRuntime<?> layer, SharedWeights weights) {
    this.shape = shape;
    this.layer = layer;
    this.weights = weights;
  }

  /**
   * Adds the computation of {@code large}, which is row-major, from {@code small}.
   *
   * @param bias added to each of the large maps, one value per channel; null for none
   */
  void compile(memory small, memory large, FloatBuffer bias, Program program) {
    Device device = weights.device();
    long channels = shape.small()[1];
    long taps = shape.large()[1] * TAPS;
    long[] tapSizes = {shape.small()[0], taps, shape.small()[2], shape.small()[3]};
    long[] weightSizes = {taps, channels, 1, 1};
    convolution_forward.primitive_desc description =
        new convolution_forward.primitive_desc(
            new convolution_forward.desc(
                prop_kind.forward_inference,
                algorithm.convolution_direct,
                device.values().any(shape.small()),
                device.values().any(weightSizes),
                FLOATS.blocked(tapSizes),
                new long[] {1, 1},
                new long[] {0, 0},
                new long[] {0, 0}),
            Device.attributes(),
            Device.engine());
    memory.desc stored =
        new memory.desc(weightSizes, memory.data_type.f32, new long[] {1, taps, 1, 1});
    memory tapValues = device.allocate(description.dst_desc());
    program.add(
        device.call(
            new convolution_forward(description),
            DNNL_ARG_SRC,
            device.in(description.src_desc(), small, program),
            DNNL_ARG_WEIGHTS,
            weights.weight(layer, stored, description.weights_desc()),
            DNNL_ARG_DST,
            tapValues));
    int channelsOut = (int) shape.large()[1];
    int maps = (int) shape.large()[0] * channelsOut;
    float[] from = new float[TAPS * (int) (shape.small()[2] * shape.small()[3])];
    float[] to = new float[(int) (shape.large()[2] * shape.large()[3])];
    program.add(
        () -> { // map by map, so that both arrays stay in the cache
          FloatBuffer values = Device.floats(tapValues);
          FloatBuffer sums = Device.floats(large);
          for (int map = 0; map < maps; map++) {
            values.get(from);
            fold(from, to, 1, (int) shape.small()[2], (int) shape.small()[3], Device.BLOCK);
            if (bias != null) {
              add(bias.get(map % channelsOut), to);
            }
            sums.put(to);
          }
        });
  }

  private static void add(float value, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += value;
    }
  }

  /**
   * Sums taps: value (y, x) of a map receives tap (a, b) of input (i, j) where y = 2i - 1 + a and x
   * = 2j - 1 + b.
   *
   * @param from [map, block of taps, i, j, tap in its block], where the taps 4 a + b of a position
   *     are cut into blocks
   * @param to [map, y, x]
   * @param block taps that lie side by side: 16 or 8
   */
  static void fold(float[] from, float[] to, int maps, int height, int width, int block) {
    int rowLength = width * block;
    int toLowerTaps = block == TAPS ? TAPS / 2 : height * rowLength;
    for (int map = 0; map < maps; map++) {
      int source = map * height * width * TAPS;
      int target = map * 4 * height * width;
      for (int y = 0; y < 2 * height; y++) {
        int a = (y & 1) == 0 ? 1 : 0;
        int i = (y + 1 - a) / 2;
        int near = i < height ? source + i * rowLength + 4 * a : -1;
        int far = i > 0 ? source + toLowerTaps + (i - 1) * rowLength + 4 * a : -1;
        row(from, near, far, to, target + y * 2 * width, width, block);
      }
    }
  }

  /** One output row from the tap rows of two input rows; -1 for a row outside. */
  private static void row(
      float[] from, int near, int far, float[] to, int target, int width, int block) {
    if (near < 0 || far < 0 || width < 3) {
      edge(from, near, far, to, target, 0, width, width, block);
      return;
    }
    edge(from, near, far, to, target, 0, 1, width, block);
    int toFar = far - near;
    int at = near + block;
    for (int out = target + 2; out < target + 2 * width - 2; out += 2) {
      to[out] =
          (from[at + 1] + from[at - block + 3])
              + (from[at + toFar + 1] + from[at + toFar - block + 3]);
      to[out + 1] =
          (from[at + 2] + from[at + block]) + (from[at + toFar + 2] + from[at + toFar + block]);
      at += block;
    }
    edge(from, near, far, to, target, width - 1, width, width, block);
  }

  /** The same of some input columns, where rows or columns outside may be needed. */
  private static void edge(
      float[] from,
      int near,
      int far,
      float[] to,
      int target,
      int first,
      int end,
      int width,
      int block) {
    for (int j = first; j < end; j++) {
      float even = 0;
      float odd = 0;
      if (near >= 0) {
        int at = near + j * block;
        even += from[at + 1] + (j > 0 ? from[at - block + 3] : 0);
        odd += from[at + 2] + (j + 1 < width ? from[at + block] : 0);
      }
      if (far >= 0) {
        int at = far + j * block;
        even += from[at + 1] + (j > 0 ? from[at - block + 3] : 0);
        odd += from[at + 2] + (j + 1 < width ? from[at + block] : 0);
      }
      to[target + 2 * j] = even;
      to[target + 2 * j + 1] = odd;
    }
  }
}
