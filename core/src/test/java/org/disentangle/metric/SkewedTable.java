// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

/**
 * A table with a binary factor that is 1 in a fifth of the rows, two more skewed factors, and seven
 * codes: one noisy code a factor (the third mixes two), a constant, pure noise, a duplicate of the
 * first code, and a mixture. Made with exactly rounded operations only, so that other languages
 * make the same.
 */
public final class SkewedTable {

  private long state;

  private SkewedTable(long seed) {
    this.state = seed;
  }

  /** 300 rows. */
  public static LabelledCodes rows300() {
    SkewedTable random = new SkewedTable(7);
    double[][] codes = new double[300][];
    int[][] factors = new int[300][];
    for (int row = 0; row < codes.length; row++) {
      int a = random.next() < 0.2 ? 1 : 0;
      double level = random.next();
      int b = level < 0.6 ? 0 : level < 0.9 ? 1 : 2;
      double root = random.next();
      int c = (int) (root * root * 5);
      double[] noise = random.next(5);
      double first = a + 0.5 * noise[0];
      factors[row] = new int[] {a, b, c};
      codes[row] =
          new double[] {
            first,
            b * b + 0.25 * noise[1],
            c - 2 * a + noise[2],
            0.1,
            noise[3] * noise[3],
            first,
            0.5 * b - 0.25 * c + 0.5 * noise[4]
          };
    }
    return LabelledCodes.of(codes, factors);
  }

  /** Uniform numbers in [-0.5, 0.5), [row][column]. */
  public static double[][] noise(long seed, int rows, int columns) {
    SkewedTable random = new SkewedTable(seed);
    double[][] noise = new double[rows][];
    for (int row = 0; row < rows; row++) {
      noise[row] = random.next(columns);
    }
    return noise;
  }

  /** Codes of one table with codes in another order, scaled and shifted. */
  public static LabelledCodes rearranged(
      LabelledCodes table, int[] order, double scale, double shift) {
    double[][] codes = new double[table.rows()][order.length];
    int[][] factors = new int[table.rows()][table.numFactors()];
    for (int row = 0; row < codes.length; row++) {
      for (int code = 0; code < order.length; code++) {
        codes[row][code] = scale * table.code(row, order[code]) + shift;
      }
      for (int factor = 0; factor < factors[row].length; factor++) {
        factors[row][factor] = (int) table.factorValue(row, factor);
      }
    }
    return LabelledCodes.of(codes, factors);
  }

  private double[] next(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = next() - 0.5;
    }
    return values;
  }

  private double next() {
    state = (state * 1103515245 + 12345) % (1L << 31);
    return state / (double) (1L << 31);
  }
}
