// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * Numbers at the axis of a chart, as they are usually written: 0.05, 1000. The charting library
 * leaves the zero before the point out where all other numbers have two digits behind it.
 */
public final class PlainNumbers {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double ZERO = 1e-12;
  private static final double SAME = 1e-4;
  private static final double MARGIN = 0.05;

  private PlainNumbers() {}

  /** Has the values of a chart be written so. */
  private static void atTheLeft(AxesChartStyler styler) {
    styler.setyAxisTickLabelsFormattingFunction(PlainNumbers::text);
  }

  /**
   * Has the values of a chart be written so, on an axis that reaches beyond all of them. The
   * charting library draws nothing where all are the same.
   *
   * @param values all that are drawn; may be empty
   */
  public static void atTheLeft(AxesChartStyler styler, double... values) {
    atTheLeft(styler);
    double[] drawn = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (drawn.length > 0) {
      double least = drawn[0];
      double most = drawn[drawn.length - 1];
      double magnitude = Math.max(Math.abs(least), Math.abs(most));
      double margin = most - least > SAME * magnitude ? MARGIN * (most - least) : magnitude / 2;
      styler.setYAxisMin(least - (margin == 0 ? 1 : margin));
      styler.setYAxisMax(most + (margin == 0 ? 1 : margin));
    }
  }

  static String text(double value) {
    return Math.abs(value) < ZERO
        ? "0"
        : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
  }
}
