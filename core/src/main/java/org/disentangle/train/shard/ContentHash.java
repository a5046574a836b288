// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The 128-bit Murmur3 hash for 64-bit processors, as Commons Codec's {@code MurmurHash3.hash128x64}
 * gives it, in a third of the time: eight bytes are read at once. Every image is hashed, and which
 * worker trains on it, so checkpoints depend on this hash.
 */
final class ContentHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK = 2 * Long.BYTES;
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;
  private static final int M = 5;
  private static final int N1 = 0x52dce729;
  private static final int N2 = 0x38495ab5;

  private ContentHash() {}

  /**
   * Both halves of the hash.
   *
   * @param seed 0 or more
   */
  static long[] of(byte[] data, int seed) {
    long h1 = seed;
    long h2 = seed;
    int whole = data.length / BLOCK * BLOCK;
    for (int at = 0; at < whole; at += BLOCK) {
      h1 ^= first((long) LONGS.get(data, at));
      h1 = (Long.rotateLeft(h1, 27) + h2) * M + N1;
      h2 ^= second((long) LONGS.get(data, at + Long.BYTES));
      h2 = (Long.rotateLeft(h2, 31) + h1) * M + N2;
    }
    byte[] rest = Arrays.copyOfRange(data, whole, whole + BLOCK); // zeros change nothing
    h1 ^= first((long) LONGS.get(rest, 0)) ^ data.length;
    h2 ^= second((long) LONGS.get(rest, Long.BYTES)) ^ data.length;
    h1 += h2;
    h2 += h1;
    h1 = mixed(h1);
    h2 = mixed(h2);
    h1 += h2;
    return new long[] {h1, h2 + h1};
  }

  private static long first(long block) {
    return Long.rotateLeft(block * C1, 31) * C2;
  }

  private static long second(long block) {
    return Long.rotateLeft(block * C2, 33) * C1;
  }

  private static long mixed(long half) {
    long mixed = half;
    mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
