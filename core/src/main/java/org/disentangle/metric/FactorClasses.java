// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Locale;

/**
 * What metrics ask of a factor whose values they take for classes: at least half of the rows share
 * their value with another row. Otherwise the factor is continuous, or the rows are too few, and a
 * score would describe the sample alone: with a different value in every row any code that differs
 * between rows knows the factor.
 */
public final class FactorClasses {

  private FactorClasses() {}

  /**
   * Of all factors of a table.
   *
   * @throws IllegalArgumentException if more than half of the rows have a value of a factor that no
   *     other row has
   */
  public static void require(LabelledCodes table) {
    for (int factor = 0; factor < table.numFactors(); factor++) {
      require(table, factor);
    }
  }

  /** The same of one factor. */
  public static void require(LabelledCodes table, int factor) {
    int[] counts = counts(table, factor);
    int alone = 0;
    for (int count : counts) {
      alone += count == 1 ? 1 : 0;
    }
    if (2L * alone > table.rows()) {
      throw new UnusableFactorException(
          factor,
          alone == table.rows()
              ? String.format(Locale.ROOT, "a different value in each of %d rows", alone)
              : String.format(
                  Locale.ROOT,
                  "values that no other row has in %d of %d rows",
                  alone,
                  table.rows()),
          "values that several rows share",
          "Give a continuous factor bins (factorBins, --factor-bins; 20 is common), or"
              + " take more rows.");
    }
  }

  /** How many rows have each value of a factor, by its id. */
  static int[] counts(LabelledCodes table, int factor) {
    int[] counts = new int[table.factorSize(factor)];
    for (int row = 0; row < table.rows(); row++) {
      counts[table.factorId(row, factor)]++;
    }
    return counts;
  }
}
