// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

/**
 * How OpenCV ({@code cv::resize} with {@code INTER_LINEAR}) changes the size of images of 8 bits:
 * centres of pixels are aligned, and each new pixel is weighted from the two nearest of a row and
 * of a column, however far the image shrinks. Weights have 11 bits after the point.
 */
final class OpenCvBytes implements ByteResampler {

  private static final int ONE = 1 << 11;

  /**
   * The two old pixels of each new one along a line.
   *
   * @param first of the two
   * @param weight of the second, in 2048ths
   */
  private record Line(int[] first, int[] weight) {

    static Line of(int from, int to) {
      int[] first = new int[to];
      int[] weight = new int[to];
      for (int index = 0; index < to; index++) {
        float place = (float) ((index + 0.5) * ((double) from / to) - 0.5);
        int pixel = (int) Math.floor(place);
        first[index] = pixel;
        weight[index] = (int) Math.rint((place - pixel) * ONE);
      }
      return new Line(first, weight);
    }
  }

  @Override
  public byte[] resample(byte[] planes, ImageShape from, int height, int width) {
    Line columns = Line.of(from.width(), width);
    Line rows = Line.of(from.height(), height);
    byte[] resized = new byte[from.channels() * height * width];
    int[][] lines = new int[from.height()][width];
    for (int channel = 0; channel < from.channels(); channel++) {
      for (int row = 0; row < from.height(); row++) {
        narrow(
            planes,
            (channel * from.height() + row) * from.width(),
            from.width(),
            columns,
            lines[row]);
      }
      for (int row = 0; row < height; row++) {
        int upper = Math.max(0, rows.first[row]);
        int lower = Math.min(from.height() - 1, rows.first[row] + 1);
        int weight = rows.weight[row];
        for (int column = 0; column < width; column++) {
          int value =
              (((ONE - weight) * (lines[upper][column] >> 4)) >> 16)
                  + ((weight * (lines[lower][column] >> 4)) >> 16);
          resized[(channel * height + row) * width + column] = (byte) ((value + 2) >> 2);
        }
      }
    }
    return resized;
  }

  private static void narrow(byte[] values, int start, int length, Line columns, int[] narrowed) {
    for (int column = 0; column < narrowed.length; column++) {
      int left = Math.max(0, columns.first[column]);
      int right = Math.min(length - 1, columns.first[column] + 1);
      int weight = columns.weight[column];
      narrowed[column] =
          (values[start + left] & 0xFF) * (ONE - weight) + (values[start + right] & 0xFF) * weight;
    }
  }
}
