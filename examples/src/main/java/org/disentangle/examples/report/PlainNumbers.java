// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * Numbers at the axis of a chart, as they are usually written: 0.05, 1000. The charting library
 * leaves the zero before the point out where all other numbers have two digits behind it.
 */
public final class PlainNumbers {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double ZERO = 1e-12;

  private PlainNumbers() {}

  /** Has the values of a chart be written so. */
  public static void atTheLeft(AxesChartStyler styler) {
    styler.setyAxisTickLabelsFormattingFunction(PlainNumbers::text);
  }

  static String text(double value) {
    return Math.abs(value) < ZERO
        ? "0"
        : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
  }
}
