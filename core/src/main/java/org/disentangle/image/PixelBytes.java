// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Optional;

/** The one rule between bytes and values in [0, 1]: a byte b means b / 255. */
final class PixelBytes {

  private static final float[] VALUES = new float[256];

  static {
    for (int level = 0; level < 256; level++) {
      VALUES[level] = level / 255f;
    }
  }

  private PixelBytes() {}

  static float value(byte pixel) {
    return VALUES[pixel & 0xFF];
  }

  /** The bytes that values are exactly; empty where one of them is between two bytes. */
  static Optional<byte[]> exact(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = nearest(values[i]);
      if (value(bytes[i]) != values[i]) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes);
  }

  /**
   * The nearest byte, halves to even, of a value in [0, 1]. Added to 2^23, a float has no room for
   * fractions, and its lowest bits are the whole number.
   */
  static byte nearest(float value) {
    return (byte) Float.floatToRawIntBits(value * 255f + 0x1p23f);
  }
}
