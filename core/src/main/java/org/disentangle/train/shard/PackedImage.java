// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * One image to train on, packed without loss, with the 128-bit Murmur3 hash of its contents. It
 * never leaves its task.
 */
public final class PackedImage {

  private final int values;
  private final PixelEncoding encoding;
  private final byte[] packed;
  private final long high;
  private final long low;

  private PackedImage(int values, PixelEncoding encoding, byte[] packed) {
    this(
        values,
        encoding,
        packed,
        MurmurHash3.hash128x64(packed, 0, packed.length, encoding.ordinal()));
  }

  /**
   * @param hash both halves
   */
  PackedImage(int values, PixelEncoding encoding, byte[] packed, long[] hash) {
    this.values = values;
    this.encoding = encoding;
    this.packed = packed;
    high = hash[0];
    low = hash[1];
  }

  /**
   * Packs values.
   *
   * @param values in [0, 1], channel planes first
   * @throws org.disentangle.error.InvalidInputException if a value is not in [0, 1]
   */
  public static PackedImage ofValues(float[] values) {
    PixelEncoding encoding = PixelEncoding.smallestFor(values);
    return new PackedImage(values.length, encoding, encoding.pack(values));
  }

  /**
   * Packs values b / 255 to what {@link #ofValues} makes of them.
   *
   * @param levels each b, channel planes first; not copied
   */
  public static PackedImage ofBytes(byte[] levels) {
    boolean bits = PixelEncoding.areBits(levels);
    return new PackedImage(
        levels.length,
        bits ? PixelEncoding.BITS : PixelEncoding.BYTES,
        bits ? PixelEncoding.packBits(levels) : levels);
  }

  /** How many values the image has. */
  int values() {
    return values;
  }

  PixelEncoding encoding() {
    return encoding;
  }

  byte[] packed() {
    return packed;
  }

  /** The first half of the hash. */
  long high() {
    return high;
  }

  /** The second half of the hash. */
  long low() {
    return low;
  }
}
