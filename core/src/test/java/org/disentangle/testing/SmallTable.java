// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;

/**
 * A table whose scores were computed with scikit-learn: two skewed factors of 2 and 4 values, five
 * codes of different scale, one of them noise. Its random numbers are those of the linear
 * congruential generator {@code x = (1103515245 x + 12345) mod 2^31}, without the lowest 8 bits.
 */
public final class SmallTable {

  private long state;

  private SmallTable(long seed) {
    this.state = seed;
  }

  /** 600 training rows and 300 test rows. */
  public static TrainTest trainTest() {
    return new TrainTest(new SmallTable(1).rows(600), new SmallTable(2).rows(300));
  }

  private LabelledCodes rows(int count) {
    double[][] codes = new double[count][];
    int[][] factors = new int[count][];
    for (int row = 0; row < count; row++) {
      int a = uniform() < 0.2 ? 1 : 0;
      double r = uniform();
      int b = r < 0.55 ? 0 : r < 0.8 ? 1 : r < 0.93 ? 2 : 3;
      codes[row] =
          new double[] {
            a + 1.5 * uniform(),
            0.5 * b * b + 3 * uniform(),
            100 * (b - a) + 250 * uniform(),
            uniform(),
            a * b + 0.9 * uniform()
          };
      factors[row] = new int[] {a, b};
    }
    return LabelledCodes.of(codes, factors);
  }

  private double uniform() {
    state = (1103515245 * state + 12345) % (1L << 31);
    return (state >> 8) / (double) (1 << 23);
  }
}
