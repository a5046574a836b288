// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.List;

/**
 * What can be read off an image of one bright object before a black background, without any label:
 * its size and its place.
 */
public final class ShapeReading {

  /** What {@link #of} reads, in this order. */
  public static final List<String> NAMES = List.of("size", "column", "row");

  /** Of all light in the image, a smaller sum than that of one white pixel is no object. */
  private static final double LEAST_LIGHT = 1;

  private ShapeReading() {}

  /**
   * Reads an image. Light is a value of the luma, so that a pixel at the object's edge counts in
   * part.
   *
   * @return the square root of the sum of all light, which for a white square is its side in
   *     pixels, and the centre of the light in pixels from the left and from the top, the first
   *     pixel being 0; all NaN if there is less light than one white pixel has
   */
  public static double[] of(PlanarImage image) {
    PlanarImage grey = image.grey();
    int width = grey.shape().width();
    double light = 0;
    double column = 0;
    double row = 0;
    for (int at = 0; at < grey.values().length; at++) {
      double value = grey.values()[at];
      light += value;
      column += value * (at % width);
      row += value * (at / width);
    }
    return light < LEAST_LIGHT
        ? new double[] {Double.NaN, Double.NaN, Double.NaN}
        : new double[] {Math.sqrt(light), column / light, row / light};
  }
}
