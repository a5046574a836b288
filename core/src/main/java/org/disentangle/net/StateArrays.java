// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The arrays of a state on their way between JVMs: parameters and optimiser state of every network,
 * in name order. Java's serialisation would write them value by value; here they go in blocks of
 * bytes, exact to the bit. Within a JVM they are handed on as they are.
 */
public final class StateArrays implements Serializable {

  private static final long serialVersionUID = 1;

  /** Floats that are converted at a time. */
  private static final int BLOCK = 1 << 14;

  private float[][] arrays;

  /** For serialisers. */
  StateArrays() {}

  public StateArrays(float[][] arrays) {
    this.arrays = arrays;
  }

  /** None if the worker stopped. */
  public float[][] arrays() {
    return arrays;
  }

  private static ByteBuffer block() {
    return ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    ByteBuffer block = block();
    out.writeInt(arrays.length);
    for (float[] array : arrays) {
      out.writeInt(array.length);
      for (int from = 0; from < array.length; from += BLOCK) {
        int length = Math.min(BLOCK, array.length - from);
        block.asFloatBuffer().put(array, from, length);
        out.write(block.array(), 0, length * Float.BYTES);
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException {
    ByteBuffer block = block();
    arrays = new float[in.readInt()][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = SpareArrays.take(in.readInt());
      for (int from = 0; from < arrays[i].length; from += BLOCK) {
        int length = Math.min(BLOCK, arrays[i].length - from);
        in.readFully(block.array(), 0, length * Float.BYTES);
        block.asFloatBuffer().get(arrays[i], from, length);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateArrays that && Arrays.deepEquals(arrays, that.arrays);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(arrays);
  }
}
