// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/** How the values of one image are stored: the smallest form that gives them back exactly. */
public enum PixelEncoding {
  /** Every value is 0 or 1: eight values a byte, lowest bit first. */
  BITS {
    @Override
    int bytesPerImage(int pixels) {
      return (pixels + 7) / 8;
    }

    @Override
    void packInto(float[] image, byte[] packed) {
      for (int i = 0; i < image.length; i++) {
        if (image[i] != 0f) {
          packed[i >> 3] |= (byte) (1 << (i & 7));
        }
      }
    }

    @Override
    void unpack(byte[] from, int offset, float[] into, int start, int pixels) {
      int whole = pixels >> 3;
      int at = start;
      for (int i = 0; i < whole; i++) {
        int bits = from[offset + i];
        into[at] = bits & 1;
        into[at + 1] = (bits >> 1) & 1;
        into[at + 2] = (bits >> 2) & 1;
        into[at + 3] = (bits >> 3) & 1;
        into[at + 4] = (bits >> 4) & 1;
        into[at + 5] = (bits >> 5) & 1;
        into[at + 6] = (bits >> 6) & 1;
        into[at + 7] = (bits >> 7) & 1;
        at += 8;
      }
      for (int i = whole << 3; i < pixels; i++) {
        into[start + i] = (from[offset + (i >> 3)] >> (i & 7)) & 1;
      }
    }

    @Override
    float value(byte[] from, int offset, int position) {
      return (from[offset + (position >> 3)] >> (position & 7)) & 1;
    }
  },

  /** Every value is k/255 in float arithmetic: one byte per value. */
  BYTES {
    @Override
    int bytesPerImage(int pixels) {
      return pixels;
    }

    @Override
    void packInto(float[] image, byte[] packed) {
      for (int i = 0; i < image.length; i++) {
        packed[i] = (byte) nearestLevel(image[i]);
      }
    }

    @Override
    void unpack(byte[] from, int offset, float[] into, int start, int pixels) {
      for (int i = 0; i < pixels; i++) {
        into[start + i] = LEVELS[from[offset + i] & 0xff];
      }
    }

    @Override
    float value(byte[] from, int offset, int position) {
      return LEVELS[from[offset + position] & 0xff];
    }
  },

  /** Any other values: four bytes per value, little-endian. */
  FLOATS {
    @Override
    int bytesPerImage(int pixels) {
      return Math.multiplyExact(pixels, Float.BYTES);
    }

    @Override
    void packInto(float[] image, byte[] packed) {
      ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
      for (float value : image) {
        buffer.putFloat(value + 0f);
      }
    }

    @Override
    void unpack(byte[] from, int offset, float[] into, int start, int pixels) {
      ByteBuffer.wrap(from, offset, pixels * Float.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(into, start, pixels);
    }

    @Override
    float value(byte[] from, int offset, int position) {
      return ByteBuffer.wrap(from)
          .order(ByteOrder.LITTLE_ENDIAN)
          .getFloat(offset + position * Float.BYTES);
    }
  };

  private static final float[] LEVELS = new float[256];

  static {
    for (int level = 0; level < LEVELS.length; level++) {
      LEVELS[level] = level / 255f;
    }
  }

  abstract int bytesPerImage(int pixels);

  /** Writes the image to an array of zeros; a negative zero is stored as zero. */
  abstract void packInto(float[] image, byte[] packed);

  abstract void unpack(byte[] from, int offset, float[] into, int start, int pixels);

  /** One value of the image that begins at {@code offset}. */
  abstract float value(byte[] from, int offset, int position);

  final byte[] pack(float[] image) {
    byte[] packed = new byte[bytesPerImage(image.length)];
    packInto(image, packed);
    return packed;
  }

  /**
   * The smallest encoding that stores the image exactly.
   *
   * @throws IllegalArgumentException if a value is not in [0, 1]
   */
  static PixelEncoding smallestFor(float[] image) {
    PixelEncoding encoding = BITS;
    for (int i = 0; i < image.length; i++) {
      float value = image[i];
      if (value == 0f || value == 1f) {
        continue;
      }
      if (!(value > 0f && value < 1f)) {
        throw InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "An image to train on has the value %s at position %d; expected values in [0, 1]",
                value,
                i),
            "Divide pixel bytes by 255.");
      }
      if (encoding != FLOATS) {
        encoding = LEVELS[nearestLevel(value)] == value ? BYTES : FLOATS;
      }
    }
    return encoding;
  }

  /** Whether every level is 0 or 255. */
  static boolean areBits(byte[] levels) {
    for (byte level : levels) {
      if (level != 0 && level != (byte) 255) {
        return false;
      }
    }
    return true;
  }

  /** What {@link #BITS} makes of levels that are 0 or 255. */
  static byte[] packBits(byte[] levels) {
    byte[] packed = new byte[BITS.bytesPerImage(levels.length)];
    for (int i = 0; i < levels.length; i++) {
      packed[i >> 3] |= (byte) ((levels[i] & 1) << (i & 7));
    }
    return packed;
  }

  private static int nearestLevel(float value) {
    return (int) (value * 255f + 0.5f);
  }
}
