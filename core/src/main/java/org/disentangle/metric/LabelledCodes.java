// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;

/**
 * A table of observations: for each row its codes and the values of its ground-truth factors.
 *
 * <p>Rows keep the order they are given in. {@link #canonical()} puts them in an order of their
 * own, so that a seeded metric gives the same result for the same rows in whatever order they
 * arrive. Factor values are kept as ids 0, 1, ... in increasing order of value, beside the values
 * themselves.
 */
public final class LabelledCodes {

  private final int rows;
  private final int numCodes;
  private final int numFactors;
  private final double[] codes;
  private final int[] factorIds;
  private final double[][] factorLevels;

  /**
   * @param numCodes codes per row, at least 1
   * @param codes all codes, row by row; finite; kept, not copied
   * @param numFactors factors per row, 0 if there are none
   * @param factors all factor values, row by row; finite
   * @throws IllegalArgumentException if the arrays do not hold the same number of whole rows, at
   *     least one, or hold NaN or infinity
   */
  public LabelledCodes(int numCodes, double[] codes, int numFactors, double[] factors) {
    this.rows = rowsOf("codes", codes, numCodes);
    this.numCodes = numCodes;
    this.numFactors = numFactors;
    if (numFactors > 0 && rowsOf("factors", factors, numFactors) != rows) {
      throw InvalidInputException.of(
          "factors", factors.length / numFactors + " rows", rows + " rows, as many as codes");
    }
    this.codes = codes;
    this.factorIds = new int[factors.length];
    this.factorLevels = new double[numFactors][];
    for (int factor = 0; factor < numFactors; factor++) {
      readFactor(factor, factors);
    }
  }

  /** Some rows of another table, in the order they are named; all levels of its factors stay. */
  private LabelledCodes(LabelledCodes table, int[] chosen) {
    this.rows = chosen.length;
    this.numCodes = table.numCodes;
    this.numFactors = table.numFactors;
    this.factorLevels = table.factorLevels;
    this.codes = new double[rows * numCodes];
    this.factorIds = new int[rows * numFactors];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(table.codes, chosen[row] * numCodes, codes, row * numCodes, numCodes);
      System.arraycopy(
          table.factorIds, chosen[row] * numFactors, factorIds, row * numFactors, numFactors);
    }
  }

  /** The same from one array a row. */
  public static LabelledCodes of(double[][] codes, int[][] factors) {
    if (codes.length == 0 || codes.length != factors.length) {
      throw InvalidInputException.of(
          "table",
          String.format(
              Locale.ROOT, "%d rows of codes and %d of factors", codes.length, factors.length),
          "the same number of both, at least 1");
    }
    double[][] values = new double[factors.length][];
    Arrays.setAll(values, row -> Arrays.stream(factors[row]).asDoubleStream().toArray());
    return new LabelledCodes(
        codes[0].length, flat("codes", codes), values[0].length, flat("factors", values));
  }

  public int rows() {
    return rows;
  }

  public int numCodes() {
    return numCodes;
  }

  public int numFactors() {
    return numFactors;
  }

  public double code(int row, int code) {
    return codes[row * numCodes + code];
  }

  /** Id of the value a factor has in a row: 0 to {@code factorSize(factor) - 1}. */
  public int factorId(int row, int factor) {
    return factorIds[row * numFactors + factor];
  }

  /** Value of a factor in a row. */
  public double factorValue(int row, int factor) {
    return factorLevels[factor][factorId(row, factor)];
  }

  /** How many different values a factor has; in a part of a table, those of the whole table. */
  public int factorSize(int factor) {
    return factorLevels[factor].length;
  }

  /** The codes of one row, as a copy. */
  public double[] codesOf(int row) {
    return Arrays.copyOfRange(codes, row * numCodes, (row + 1) * numCodes);
  }

  /** One code in all rows, as a copy. */
  public double[] codeColumn(int code) {
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = code(row, code);
    }
    return column;
  }

  /** The ids of one factor in all rows, as a copy. */
  public int[] factorIdColumn(int factor) {
    int[] column = new int[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = factorId(row, factor);
    }
    return column;
  }

  /** The values of one factor in all rows, as a copy. */
  public double[] factorValueColumn(int factor) {
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = factorValue(row, factor);
    }
    return column;
  }

  /** The same rows ordered by factors, then by codes. */
  public LabelledCodes canonical() {
    return new LabelledCodes(this, new CanonicalOrder(this).rows());
  }

  /** The same rows in a random order. */
  public LabelledCodes shuffled(long seed) {
    return new LabelledCodes(this, RandomOrder.of(rows, new SplittableRandom(seed)));
  }

  /**
   * The same rows with every factor of more than {@code bins} values put into {@link
   * EqualWidthBins}; the new values are 0 to {@code bins - 1}.
   */
  public LabelledCodes binned(int bins) {
    double[] factors = new double[rows * numFactors];
    for (int factor = 0; factor < numFactors; factor++) {
      double[] values = factorValueColumn(factor);
      int[] binned = factorSize(factor) <= bins ? null : EqualWidthBins.of(values, bins);
      for (int row = 0; row < rows; row++) {
        factors[row * numFactors + factor] = binned == null ? values[row] : binned[row];
      }
    }
    return new LabelledCodes(numCodes, codes, numFactors, factors);
  }

  /** The rows from {@code from} to before {@code to}. */
  public LabelledCodes slice(int from, int to) {
    return new LabelledCodes(this, IntStream.range(from, to).toArray());
  }

  private static int rowsOf(String subject, double[] values, int width) {
    if (width < 1 || values.length < width || values.length % width != 0) {
      throw InvalidInputException.of(
          subject,
          String.format(Locale.ROOT, "%d values for rows of %d", values.length, width),
          "one or more whole rows of one or more values");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw InvalidInputException.of(
            subject,
            String.format(
                Locale.ROOT, "%s in row %d, position %d", values[i], i / width, i % width),
            "finite numbers",
            "An encoder diverged, or a value is missing.");
      }
    }
    return values.length / width;
  }

  private static double[] flat(String subject, double[][] table) {
    int width = table[0].length;
    double[] values = new double[table.length * width];
    for (int row = 0; row < table.length; row++) {
      if (table[row].length != width) {
        throw InvalidInputException.of(
            subject,
            String.format(Locale.ROOT, "%d values in row %d", table[row].length, row),
            width + " values, as in row 0");
      }
      System.arraycopy(table[row], 0, values, row * width, width);
    }
    return values;
  }

  private void readFactor(int factor, double[] factors) {
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = factors[row * numFactors + factor] + 0.0; // makes -0.0 equal to 0.0
    }
    double[] levels = distinctSorted(column);
    factorLevels[factor] = levels;
    for (int row = 0; row < rows; row++) {
      factorIds[row * numFactors + factor] = Arrays.binarySearch(levels, column[row]);
    }
  }

  private static double[] distinctSorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 1;
    for (double value : sorted) {
      if (value != sorted[size - 1]) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }
}
