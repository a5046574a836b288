// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.disentangle.net.onednn.Layouts.FLOATS;

import org.bytedeco.dnnl.memory;
import org.disentangle.net.onednn.Stage.Program;

/**
 * The way back through upsampling by two: each input value receives what its output values were
 * given of it. oneDNN has only its reference code for that.
 *
 * @param near share of an input value in each of the two outputs, along an axis, that lie in it
 * @param far share in the next output on either side; what lies outside is that of the edge
 */
record UpsampleGradient(Device device, float near, float far) {

  /** Of repeated values. */
  static UpsampleGradient nearest(Device device) {
    return new UpsampleGradient(device, 1, 0);
  }

  /** Of interpolated values, pixel centres at halves. */
  static UpsampleGradient bilinear(Device device) {
    return new UpsampleGradient(device, 0.75f, 0.25f);
  }

  /**
   * Adds the computation.
   *
   * @param sizes of the output
   * @return memory it leaves the gradient of the input in
   */
  memory compile(memory gradient, long[] sizes, Program program) {
    int height = (int) sizes[2] / 2;
    int width = (int) sizes[3] / 2;
    memory large = device.in(FLOATS.blocked(sizes), gradient, program);
    memory small = device.allocate(FLOATS.blocked(sizes[0], sizes[1], height, width));
    float[] from = new float[Device.floats(large).capacity()];
    float[] to = new float[Device.floats(small).capacity()];
    program.add(
        () -> {
          Device.floats(large).get(from);
          gather(from, to, height, width, Device.BLOCK);
          Device.floats(small).put(to);
        });
    return small;
  }

  /**
   * Gathers along both axes.
   *
   * @param from [map, 2 height, 2 width, channel of a block]
   * @param to [map, height, width, channel of a block]
   */
  void gather(float[] from, float[] to, int height, int width, int block) {
    int rowLength = 2 * width * block;
    float[] row = new float[rowLength];
    int rows = to.length / (width * block);
    for (int target = 0; target < rows; target++) {
      int map = target / height;
      gatherRows(from, map * 2 * height * rowLength, target % height, height, row);
      for (int x = 0; x < width; x++) {
        gatherColumns(row, to, (target * width + x) * block, x, width, block);
      }
    }
  }

  private void gatherRows(float[] from, int map, int y, int height, float[] row) {
    int upper = map + 2 * y * row.length;
    int lower = upper + row.length;
    int above = y > 0 ? upper - row.length : upper;
    int below = y + 1 < height ? lower + row.length : lower;
    for (int i = 0; i < row.length; i++) {
      row[i] =
          near * (from[upper + i] + from[lower + i]) + far * (from[above + i] + from[below + i]);
    }
  }

  private void gatherColumns(float[] row, float[] to, int target, int x, int width, int block) {
    int left = 2 * x * block;
    int right = left + block;
    int before = x > 0 ? left - block : left;
    int after = x + 1 < width ? right + block : right;
    for (int i = 0; i < block; i++) {
      to[target + i] =
          near * (row[left + i] + row[right + i]) + far * (row[before + i] + row[after + i]);
    }
  }
}
