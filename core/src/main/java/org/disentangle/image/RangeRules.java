// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/** The rules for values that should be in a range. */
final class RangeRules {

  private static final float TOLERANCE = 1e-4f;
  private static final int BITS_OF_ONE = Float.floatToRawIntBits(1f);

  private RangeRules() {}

  /**
   * The values in [0, 1] that the numbers of an array mean.
   *
   * @throws IllegalArgumentException for the first that is NaN or outside the range
   */
  static float[] decoded(double[] values, ValueRange range, ImageShape shape, CellPlace place) {
    float[] planes = new float[values.length];
    for (int i = 0; i < planes.length; i++) {
      double value = values[i];
      if (!(value >= range.low() && value <= range.high())) {
        throw outside((float) value, i, range, shape, place);
      }
      planes[i] = range.toUnit(value);
    }
    return planes;
  }

  /**
   * Sets values up to 1e-4 outside [0, 1] (float rounding) to the nearer bound; refuses NaN and
   * anything further out.
   *
   * @return the array itself if all of it is inside, else a copy
   */
  static float[] clamped(float[] planes, ImageShape shape, CellPlace place) {
    int outside = firstOutside(planes);
    if (outside < 0) {
      return planes;
    }
    float[] inside = planes.clone();
    for (int i = outside; i < inside.length; i++) {
      float value = planes[i];
      if (!(value >= -TOLERANCE && value <= 1f + TOLERANCE)) {
        throw outside(value, i, ValueRange.UNIT, shape, place);
      }
      inside[i] = Math.min(1f, Math.max(0f, value));
    }
    return inside;
  }

  /**
   * Whether all of {@code count} values from {@code from} on are from 0 to 1. No branch a value:
   * the bits of the floats from 0 to 1 are the whole numbers from 0 to those of 1. Takes -0 for
   * outside.
   */
  static boolean areInside(float[] values, int from, int count) {
    int signs = 0;
    for (int i = from; i < from + count; i++) {
      int bits = Float.floatToRawIntBits(values[i]);
      signs |= bits | (BITS_OF_ONE - bits);
    }
    return signs >= 0;
  }

  private static int firstOutside(float[] planes) {
    for (int i = 0; i < planes.length; i++) {
      if (!(planes[i] >= 0f && planes[i] <= 1f)) {
        return i;
      }
    }
    return -1;
  }

  private static InvalidInputException outside(
      float value, int index, ValueRange range, ImageShape shape, CellPlace place) {
    int plane = shape.height() * shape.width();
    return place.refuse(
        String.format(
            Locale.ROOT,
            "%s at channel %d, row %d, column %d",
            value,
            index / plane,
            index % plane / shape.width(),
            index % shape.width()),
        "values in " + range.interval(),
        Float.isNaN(value)
            ? "An earlier computation divided by zero or diverged."
            : range == ValueRange.UNIT
                ? "Rescale bytes (0 to 255) or values in [-1, 1] first."
                : "Rescale bytes (0 to 255) first.");
  }
}
