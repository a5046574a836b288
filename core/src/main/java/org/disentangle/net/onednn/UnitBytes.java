// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values in [0, 1] to bytes, many at once: the nearest to 255 times the value, halves to even. Not
 * thread-safe.
 */
public final class UnitBytes implements AutoCloseable {

  private static final int BITS_OF_ONE = Float.floatToRawIntBits(1f);

  private final Device device = new Device();
  private final int[] bits;
  private final memory values;
  private final Runnable conversion;
  private final ByteBuffer bytes;

  /**
   * @param length values that are converted together
   */
  public UnitBytes(int length) {
    bits = new int[length];
    try (PointerScope owned = device.owning()) {
      values = device.allocate(FLOATS.plain(length));
      memory converted =
          device.allocate(
              new memory.desc(new long[] {length}, memory.data_type.u8, memory.format_tag.a));
      conversion = device.scaled(values, converted, 255);
      bytes = new BytePointer(converted.get_data_handle()).capacity(length).asBuffer();
    }
  }

  /**
   * Converts.
   *
   * @param array of the length, in one piece
   * @param count values from the first on that are asked for
   * @return bytes, of which the first count are meant, overwritten by the next call; null if one of
   *     the values is not a number from 0 to 1; -0 does not count as one
   */
  public ByteBuffer convert(INDArray array, int count) {
    IntBuffer source =
        new IntPointer(array.data().addressPointer()).capacity(bits.length).asBuffer();
    source.get(0, bits, 0, count);
    if (!areInside(count)) {
      return null;
    }
    values.set_data_handle(array.data().addressPointer());
    conversion.run();
    return bytes;
  }

  /** The bits of the floats from 0 to 1 are the whole numbers from 0 to those of 1. */
  private boolean areInside(int count) {
    int signs = 0;
    for (int i = 0; i < count; i++) {
      signs |= bits[i] | (BITS_OF_ONE - bits[i]);
    }
    return signs >= 0;
  }

  /** Bytes outside the heap. */
  public long nativeBytes() {
    return device.nativeBytes();
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    device.close();
  }
}
