// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Elements of arrays on the heap, row-major. Single precision in the processor's memory is copied
 * as it lies there; small operations cost less so than ND4J's calls do.
 */
public final class HostValues {

  private static final boolean ON_PROCESSOR = Nd4j.getBackend().getEnvironment().isCPU();

  /** Elements that are converted at a time; they stay in the cache. */
  private static final int BLOCK = 1 << 11;

  private HostValues() {}

  /** A copy of an array's elements. */
  public static double[] read(INDArray array) {
    double[] values = new double[(int) array.length()];
    read(array, values);
    return values;
  }

  /** Copies an array's elements to the first of the values. */
  static void read(INDArray array, double[] values) {
    int length = (int) array.length();
    if (!isPlain(array)) {
      System.arraycopy(array.dup('c').data().asDouble(), 0, values, 0, length);
      return;
    }
    FloatBuffer source = floats(array);
    float[] block = new float[Math.min(BLOCK, length)];
    for (int from = 0; from < length; from += BLOCK) {
      int count = Math.min(BLOCK, length - from);
      source.get(block, 0, count);
      for (int i = 0; i < count; i++) {
        values[from + i] = block[i];
      }
    }
  }

  /**
   * Replaces an array's elements.
   *
   * @param values as many as the array has
   */
  public static void write(double[] values, INDArray array) {
    writeQuotients(values, 1, array);
  }

  /** Replaces an array's elements by the first of the values, each divided by the divisor. */
  static void writeQuotients(double[] values, double divisor, INDArray array) {
    int length = (int) array.length();
    if (!isPlain(array)) {
      double[] quotients = new double[length];
      Arrays.setAll(quotients, i -> values[i] / divisor);
      array.assign(
          Nd4j.createFromArray(quotients).reshape('c', array.shape()).castTo(array.dataType()));
      return;
    }
    FloatBuffer target = floats(array);
    float[] block = new float[Math.min(BLOCK, length)];
    for (int from = 0; from < length; from += BLOCK) {
      int count = Math.min(BLOCK, length - from);
      for (int i = 0; i < count; i++) {
        block[i] = (float) (values[from + i] / divisor);
      }
      target.put(block, 0, count);
    }
  }

  /**
   * The elements of a row-major array of single precision in the processor's memory, which must
   * stay alive; what is written here is the array's.
   */
  public static FloatBuffer floats(INDArray array) {
    return new FloatPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }

  private static boolean isPlain(INDArray array) {
    return ON_PROCESSOR
        && array.dataType() == DataType.FLOAT
        && array.ordering() == 'c'
        && Shape.hasDefaultStridesForShape(array);
  }
}
