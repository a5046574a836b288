// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.nio.FloatBuffer;
import org.disentangle.net.layer.HostValues;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link AdamSettings} on flat vectors of single precision in the processor's memory: moments and
 * parameters in one pass, piece by piece through arrays that stay in the cache. Not thread-safe.
 */
final class FlatAdam {

  private static final int PIECE = 2048;

  private final AdamSettings settings;
  private final FloatBuffer parameters;
  private final FloatBuffer gradients;
  private final FloatBuffer means;
  private final FloatBuffer squares;
  private final float[] p = new float[PIECE];
  private final float[] g = new float[PIECE];
  private final float[] m = new float[PIECE];
  private final float[] v = new float[PIECE];

  /**
   * @param state first moments of all parameters, then second ones
   */
  FlatAdam(AdamSettings settings, INDArray parameters, INDArray gradients, INDArray state) {
    this.settings = settings;
    this.parameters = HostValues.floats(parameters);
    this.gradients = HostValues.floats(gradients);
    int count = this.parameters.capacity();
    FloatBuffer both = HostValues.floats(state);
    means = both.slice(0, count);
    squares = both.slice(count, count);
  }

  /**
   * Moves the parameters; leaves the gradients as they are.
   *
   * @param before steps made before this one
   */
  void step(int before) {
    double steps = before + 1.0;
    float rate =
        (float)
            (settings.learningRate()
                * Math.sqrt(1 - Math.pow(settings.beta2(), steps))
                / (1 - Math.pow(settings.beta1(), steps)));
    for (int from = 0; from < parameters.capacity(); from += PIECE) {
      int count = Math.min(PIECE, parameters.capacity() - from);
      parameters.get(from, p, 0, count);
      gradients.get(from, g, 0, count);
      means.get(from, m, 0, count);
      squares.get(from, v, 0, count);
      move(rate, count);
      parameters.put(from, p, 0, count);
      means.put(from, m, 0, count);
      squares.put(from, v, 0, count);
    }
  }

  private void move(float rate, int count) {
    float beta1 = (float) settings.beta1();
    float beta2 = (float) settings.beta2();
    float epsilon = (float) settings.epsilon();
    for (int i = 0; i < count; i++) {
      float mean = beta1 * m[i] + (1 - beta1) * g[i];
      float square = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      m[i] = mean;
      v[i] = square;
      p[i] -= mean * rate / ((float) Math.sqrt(square) + epsilon);
    }
  }
}
