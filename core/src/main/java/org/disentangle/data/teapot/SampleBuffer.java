// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.util.Arrays;

/**
 * A z-buffer with {@value #PER_SIDE} x {@value #PER_SIDE} samples a pixel. A sample holds the
 * brightness of the nearest surface; 0 is the background, which is white. Only the part that was
 * drawn on is cleared and averaged.
 */
final class SampleBuffer {

  /** Samples along each side of a pixel. */
  static final int PER_SIDE = 4;

  private static final int PER_PIXEL = PER_SIDE * PER_SIDE;

  private final int imageSize;
  private final int side;
  private final float[] nearness;
  private final float[] brightness;
  private int left;
  private int right;
  private int top;
  private int bottom;

  SampleBuffer(int imageSize) {
    this.imageSize = imageSize;
    this.side = imageSize * PER_SIDE;
    this.nearness = new float[side * side];
    this.brightness = new float[side * side];
    this.left = side;
    this.top = side;
  }

  /** Samples along each side of the picture. */
  int side() {
    return side;
  }

  void clear() {
    if (top < bottom) {
      Arrays.fill(nearness, top * side, bottom * side, 0f);
      Arrays.fill(brightness, top * side, bottom * side, 0f);
    }
    left = side;
    right = 0;
    top = side;
    bottom = 0;
  }

  /**
   * Fills a part of a row wherever it is nearer than what is there.
   *
   * @param row from the top
   * @param first sample from the left
   * @param last sample, included; nothing is filled if it is before the first
   * @param near reciprocal distance at the first sample, changing by {@code nearByX}
   * @param bright brightness at the first sample, above 0, changing by {@code brightByX}
   */
  void fill(
      int row, int first, int last, float near, float nearByX, float bright, float brightByX) {
    left = Math.min(left, first);
    right = Math.max(right, last + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
    int offset = row * side;
    for (int i = offset + first; i <= offset + last; i++) {
      if (near > nearness[i]) {
        nearness[i] = near;
        brightness[i] = bright;
      }
      near += nearByX;
      bright += brightByX;
    }
  }

  /**
   * Averages the samples of every pixel, each limited to white.
   *
   * @param colour of the surface: red, green and blue from 0 to 1
   * @param planes 3 x imageSize x imageSize values in [0, 1], overwritten
   */
  void average(float[] colour, float[] planes) {
    Arrays.fill(planes, 1f);
    int endColumn = (right + PER_SIDE - 1) / PER_SIDE;
    int endRow = (bottom + PER_SIDE - 1) / PER_SIDE;
    for (int row = top / PER_SIDE; row < endRow; row++) {
      for (int column = left / PER_SIDE; column < endColumn; column++) {
        average(row, column, colour, planes);
      }
    }
  }

  private void average(int row, int column, float[] colour, float[] planes) {
    int first = (row * side + column) * PER_SIDE;
    int covered = 0;
    float sum = 0;
    float most = 0;
    for (int line = 0; line < PER_SIDE; line++) {
      for (int i = first + line * side; i < first + line * side + PER_SIDE; i++) {
        float sample = brightness[i];
        covered += sample > 0 ? 1 : 0;
        sum += sample;
        most = Math.max(most, sample);
      }
    }
    if (covered == 0) {
      return;
    }
    for (int channel = 0; channel < colour.length; channel++) {
      float share = colour[channel];
      float surface = share * most <= 1 ? share * sum : limitedSum(first, share);
      int pixel = (channel * imageSize + row) * imageSize + column;
      planes[pixel] = Math.min(1f, (surface + PER_PIXEL - covered) / PER_PIXEL);
    }
  }

  /** The sum over a pixel where the surface would be brighter than white. */
  private float limitedSum(int first, float share) {
    float sum = 0;
    for (int line = 0; line < PER_SIDE; line++) {
      for (int i = first + line * side; i < first + line * side + PER_SIDE; i++) {
        sum += Math.min(1f, share * brightness[i]);
      }
    }
    return sum;
  }
}
