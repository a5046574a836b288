// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.util.Locale;

/**
 * Numbers of one matrix as text, all with the same number of decimals, so that they compare at a
 * glance. Whole numbers have none; others as many as give the largest number three significant
 * digits, two if it is below 1.
 *
 * @param pattern a format of {@link String#format} for one double
 */
record NumberText(String pattern) {

  private static final double LONGEST = 1e5;
  private static final double SHORTEST = 1e-3;

  static NumberText of(Matrix matrix) {
    double largest = matrix.numbers().map(Math::abs).max().orElse(0);
    boolean whole = matrix.numbers().allMatch(value -> value == Math.rint(value));
    if (largest >= LONGEST || largest > 0 && largest < SHORTEST) {
      return new NumberText("%.1e");
    }
    if (whole) {
      return new NumberText("%.0f");
    }
    int magnitude = (int) Math.floor(Math.log10(largest));
    int digits = largest < 1 ? 2 : 3;
    return new NumberText(
        String.format(Locale.ROOT, "%%.%df", Math.max(0, digits - 1 - magnitude)));
  }

  /** Texts of numbers that are a step apart. */
  static NumberText ofSteps(double step, double largest) {
    if (largest >= LONGEST || largest < SHORTEST) {
      return new NumberText("%.1e");
    }
    return new NumberText(
        String.format(Locale.ROOT, "%%.%df", Math.max(0, -(int) Math.floor(Math.log10(step)))));
  }

  /** The number, without a sign if it rounds to 0; empty for NaN. */
  String of(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    String text = String.format(Locale.ROOT, pattern, value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }
}
