package org.disentangle.train.shard;

import java.util.Locale;

/**
 * What a set of images holds, whatever their order: counts, and the sum of the 128-bit content
 * hashes taken as two 64-bit halves.
 *
 * @param count images
 * @param distinct images that differ from one another
 * @param high sum of the first halves of the hashes
 * @param low sum of the second halves of the hashes
 */
record ShardContents(long count, long distinct, long high, long low) {

  static final ShardContents EMPTY = new ShardContents(0, 0, 0, 0);

  ShardContents plus(ShardContents other) {
    return new ShardContents(
        count + other.count, distinct + other.distinct, high + other.high, low + other.low);
  }

  String hash() {
    return String.format(Locale.ROOT, "%016x%016x", high, low);
  }

  long[] toArray() {
    return new long[] {count, distinct, high, low};
  }

  static ShardContents of(long[] values) {
    return new ShardContents(values[0], values[1], values[2], values[3]);
  }
}
