// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import java.nio.ByteBuffer;
import org.disentangle.data.ElementType;

/** Numbers that a library has read, as the bytes of their type again. */
final class CompactNumbers {

  private CompactNumbers() {}

  /** Writes a number of a type to its place among others. */
  static void put(ElementType type, byte[] bytes, int index, double value) {
    ByteBuffer stored = type.wrap(bytes);
    int place = index * type.bytes();
    if (type.kind() == ElementType.Kind.FLOAT) {
      if (type.bytes() == Float.BYTES) {
        stored.putFloat(place, (float) value);
      } else {
        stored.putDouble(place, value);
      }
      return;
    }
    long whole = (long) value;
    switch (type.bytes()) {
      case 1 -> stored.put(place, (byte) whole);
      case Short.BYTES -> stored.putShort(place, (short) whole);
      case Integer.BYTES -> stored.putInt(place, (int) whole);
      default -> stored.putLong(place, whole);
    }
  }
}
