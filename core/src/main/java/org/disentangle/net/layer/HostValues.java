// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.nio.FloatBuffer;
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

  private HostValues() {}

  /** A copy of an array's elements. */
  public static double[] read(INDArray array) {
    if (!isPlain(array)) {
      return array.dup('c').data().asDouble();
    }
    float[] floats = new float[(int) array.length()];
    floats(array).get(floats);
    double[] values = new double[floats.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats[i];
    }
    return values;
  }

  /**
   * Replaces an array's elements.
   *
   * @param values as many as the array has
   */
  public static void write(double[] values, INDArray array) {
    if (!isPlain(array)) {
      array.assign(
          Nd4j.createFromArray(values).reshape('c', array.shape()).castTo(array.dataType()));
      return;
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    floats(array).put(floats);
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
