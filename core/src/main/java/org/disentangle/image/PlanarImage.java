// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Arrays;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * One image as the networks read it.
 *
 * @param shape its shape
 * @param values channels x height x width values in [0, 1], channel planes first, colour planes in
 *     the order red, green, blue; not copied
 */
public record PlanarImage(ImageShape shape, float[] values) {

  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  public PlanarImage {
    if (values.length != shape.size()) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "An image of shape %s has %d values; found %d",
              shape,
              shape.size(),
              values.length));
    }
  }

  /**
   * The middle of the image. Of an odd number of rows or columns to leave out, the smaller half is
   * left out above or to the left: 128 of 218 rows are the rows 45 to 172.
   *
   * @param size rows and columns of the result
   * @throws IllegalArgumentException if the image is smaller
   */
  public PlanarImage centreCrop(int size) {
    if (size > shape.height() || size > shape.width()) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "An image of shape %s has no %dx%d centre", shape, size, size),
          "Resize the image instead.");
    }
    return crop((shape.height() - size) / 2, (shape.width() - size) / 2, size);
  }

  /** A square of rows from {@code top} on and columns from {@code left} on. */
  PlanarImage crop(int top, int left, int size) {
    ImageShape cropped = new ImageShape(shape.channels(), size, size);
    float[] square = new float[cropped.size()];
    for (int line = 0; line < shape.channels() * size; line++) {
      int row = line / size * shape.height() + top + line % size;
      System.arraycopy(values, row * shape.width() + left, square, line * size, size);
    }
    return new PlanarImage(cropped, square);
  }

  /** Left and right exchanged. */
  PlanarImage mirrored() {
    float[] mirrored = new float[values.length];
    int width = shape.width();
    for (int i = 0; i < values.length; i++) {
      mirrored[i] = values[i - i % width + width - 1 - i % width];
    }
    return new PlanarImage(shape, mirrored);
  }

  /**
   * Values stretched so that one becomes 0 and another 1.
   *
   * @param least the value that becomes 0
   * @param most the value that becomes 1; above {@code least}
   */
  public PlanarImage stretched(float least, float most) {
    float[] stretched = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      stretched[i] = Math.max(0, Math.min(1, (values[i] - least) / (most - least)));
    }
    return new PlanarImage(shape, stretched);
  }

  /**
   * One channel: luma 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601) of the values as they
   * are; a grey image as it is.
   */
  public PlanarImage grey() {
    if (shape.channels() == 1) {
      return this;
    }
    int plane = shape.height() * shape.width();
    float[] luma = new float[plane];
    for (int i = 0; i < plane; i++) {
      float sum = RED * values[i] + GREEN * values[plane + i] + BLUE * values[2 * plane + i];
      luma[i] = Math.min(1f, sum);
    }
    return new PlanarImage(new ImageShape(1, shape.height(), shape.width()), luma);
  }

  /** Three channels: the grey plane three times; a colour image as it is. */
  public PlanarImage rgb() {
    if (shape.channels() == 3) {
      return this;
    }
    float[] planes = Arrays.copyOf(values, 3 * values.length);
    System.arraycopy(values, 0, planes, values.length, values.length);
    System.arraycopy(values, 0, planes, 2 * values.length, values.length);
    return new PlanarImage(new ImageShape(3, shape.height(), shape.width()), planes);
  }
}
