// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * The filter {@code fletcher32} of HDF5: a checksum after the bytes of a chunk, which is compared
 * and taken away. Some old files have the two bytes of each half swapped, which HDF5 accepts too.
 *
 * <p>Sums of 16-bit words, the higher byte first (Fletcher 1982), with end-around carry.
 */
final class Fletcher32 implements Filter {

  private static final int ID = 3;

  /** So many words can be summed before a sum of 32 bits overflows. */
  private static final int WORDS_PER_FOLD = 360;

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return "fletcher32";
  }

  @Override
  public byte[] decode(byte[] encoded, int[] settings) {
    int length = encoded.length - Integer.BYTES;
    if (length < 0) {
      throw new HdfFilterException("a chunk is too short for its checksum");
    }
    int stored = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
    int found = checksum(encoded, length);
    int swapped = (found & 0x00ff00ff) << 8 | found >>> 8 & 0x00ff00ff;
    if (stored != found && stored != swapped) {
      throw new HdfFilterException(
          String.format(
              Locale.ROOT, "the checksum of a chunk is %08x in place of %08x", found, stored));
    }
    return Arrays.copyOf(encoded, length);
  }

  /** The checksum of the first bytes. */
  static int checksum(byte[] bytes, int length) {
    int low = 0;
    int high = 0;
    for (int at = 0; at < length; ) {
      int end = Math.min(length, at + 2 * WORDS_PER_FOLD);
      for (; at < end; at += 2) {
        int second = at + 1 < length ? bytes[at + 1] & 0xff : 0;
        low += (bytes[at] & 0xff) << 8 | second;
        high += low;
      }
      low = fold(low);
      high = fold(high);
    }
    return fold(high) << 16 | fold(low);
  }

  private static int fold(int sum) {
    return (sum & 0xffff) + (sum >>> 16);
  }
}
