// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

/**
 * What the numbers of image arrays and vectors mean. Bytes, whose meaning is fixed, have no range:
 * the formats {@code image} and {@code png} are the same in both.
 *
 * <p>A byte b is b / 255 in {@link #UNIT} and 2b / 255 - 1 in {@link #SIGNED}, and comes back
 * exactly from both. Other values come back exactly from UNIT; through {@code array<float>} in
 * SIGNED, where floats near -1 and 1 are up to 1.2e-7 apart, they come back to within 1e-7.
 */
public enum ValueRange implements Identified {

  /** Values in [0, 1]; black is 0. */
  UNIT("unit", 0f) {
    @Override
    float toUnit(double value) {
      return (float) value;
    }

    @Override
    double fromUnit(float value) {
      return value;
    }
  },

  /** Values in [-1, 1]; black is -1. */
  SIGNED("signed", -1f) {
    @Override
    float toUnit(double value) {
      float unit = (float) ((value + 1) / 2);
      float level = PixelBytes.value(PixelBytes.nearest(unit));
      return Math.abs(fromUnit(level) - value) <= RESOLUTION ? level : unit;
    }

    @Override
    double fromUnit(float value) {
      return 2.0 * value - 1.0;
    }
  };

  /** Distance of neighbouring floats at 1: what x / 127.5 - 1 in floats may be off. */
  private static final double RESOLUTION = 0x1p-23;

  private final String id;
  private final float low;

  ValueRange(String id, float low) {
    this.id = id;
    this.low = low;
  }

  /** The name used in options and params. */
  @Override
  public String id() {
    return id;
  }

  /** The least value. */
  public float low() {
    return low;
  }

  /** The largest value. */
  public float high() {
    return 1f;
  }

  /** The value in [0, 1] that a value of this range means. */
  abstract float toUnit(double value);

  /** The value of this range for one in [0, 1]. */
  abstract double fromUnit(float value);

  /** All ids, for the validators of params; the default first. */
  public static String[] ids() {
    return Identified.ids(values());
  }

  /**
   * The range with this id.
   *
   * @throws IllegalArgumentException for any other id; the message lists the valid ones
   */
  public static ValueRange of(String id) {
    return Identified.of("value range", values(), id);
  }

  /** The range in words: {@code [-1, 1]}. */
  String interval() {
    return this == UNIT ? "[0, 1]" : "[-1, 1]";
  }
}
