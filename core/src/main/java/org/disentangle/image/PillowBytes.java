// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.function.DoubleUnaryOperator;

/**
 * How Pillow (Python's imaging library, {@code Image.resize}) changes the size of images of 8 bits:
 * columns first, then rows, each to bytes; weights have 22 bits after the point.
 *
 * @param support how far the filter reaches when nothing shrinks, in pixels
 * @param filter its weight by the distance from the new pixel's centre
 */
record PillowBytes(double support, DoubleUnaryOperator filter) implements ByteResampler {

  private static final int BITS = 32 - 8 - 2;

  static final PillowBytes BILINEAR = new PillowBytes(1, x -> Math.max(0, 1 - Math.abs(x)));

  static final PillowBytes LANCZOS = new PillowBytes(3, PillowBytes::lanczos);

  /** The sinc of x, windowed by that of x / 3. */
  static double lanczos(double x) {
    return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : StrictMath.sin(x * Math.PI) / (x * Math.PI);
  }

  @Override
  public byte[] resample(byte[] planes, ImageShape from, int height, int width) {
    byte[] narrowed =
        from.width() == width
            ? planes
            : pass(planes, from.channels() * from.height(), from.width(), width, 1);
    return from.height() == height
        ? narrowed
        : pass(narrowed, from.channels(), from.height(), height, width);
  }

  /**
   * Resizes the middle one of three dimensions.
   *
   * @param blocks size of the first dimension
   * @param step size of the last
   */
  private byte[] pass(byte[] values, int blocks, int from, int to, int step) {
    byte[] resized = new byte[blocks * to * step];
    for (int index = 0; index < to; index++) {
      double scale = (double) from / to;
      double reach = Math.max(scale, 1);
      double centre = (index + 0.5) * scale;
      int first = Math.max(0, (int) (centre - support * reach + 0.5));
      int[] weights = weights(first, centre, reach, from);
      for (int block = 0; block < blocks; block++) {
        for (int place = 0; place < step; place++) {
          int sum = 1 << (BITS - 1);
          for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (values[(block * from + first + i) * step + place] & 0xFF);
          }
          resized[(block * to + index) * step + place] =
              (byte) Math.max(0, Math.min(255, sum >> BITS));
        }
      }
    }
    return resized;
  }

  private int[] weights(int first, double centre, double reach, int from) {
    int end = Math.min(from, (int) (centre + support * reach + 0.5));
    double[] exact = new double[end - first];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = filter.applyAsDouble((i + first - centre + 0.5) * (1 / reach));
      sum += exact[i];
    }
    int[] weights = new int[exact.length];
    for (int i = 0; i < weights.length; i++) {
      double weight = exact[i] * (1 / sum) * (1 << BITS);
      weights[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
    }
    return weights;
  }
}
