package org.disentangle.image;

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

  /** The nearest byte, halves upwards, of a value in [0, 1]. */
  static byte nearest(float value) {
    return (byte) (value * 255f + 0.5f);
  }
}
