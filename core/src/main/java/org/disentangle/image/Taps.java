// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.function.IntToDoubleFunction;

/**
 * The pixels of a line that make one new pixel.
 *
 * @param first index of the first pixel
 * @param weights its weight and those of its successors; their sum is 1
 */
record Taps(int first, double[] weights) {

  /**
   * Taps of the pixels from {@code begin} (included) to {@code end} (excluded) that exist, with
   * weights proportional to the given ones; negative ones count as 0.
   */
  static Taps normalised(int begin, int end, int length, IntToDoubleFunction weight) {
    return signed(begin, end, length, pixel -> Math.max(0, weight.applyAsDouble(pixel)));
  }

  /** The same with negative weights as they are. */
  static Taps signed(int begin, int end, int length, IntToDoubleFunction weight) {
    int first = Math.max(0, begin);
    double[] weights = new double[Math.min(length, end) - first];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight.applyAsDouble(first + i);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new Taps(first, weights);
  }

  /**
   * The new pixel of a line that begins at {@code start} and whose pixels lie {@code step} apart.
   */
  float apply(float[] values, int start, int step) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[start + (first + i) * step];
    }
    return (float) sum;
  }
}
