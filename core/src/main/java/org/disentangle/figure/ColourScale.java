// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.awt.Color;

/**
 * The colours of values from {@code low} to {@code high}; values outside have the colour of the
 * nearer end. Without negative values from near white to dark blue; with negative ones from red
 * through white at 0 to blue. (Anchors: ColorBrewer "Blues" and "RdBu".)
 *
 * @param low value of the first colour
 * @param high value of the last colour, above {@code low}
 */
record ColourScale(double low, double high) {

  /** The colour of a cell without a number. */
  static final Color NONE = new Color(0xE2E2E2);

  private static final int[] BLUES = {
    0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B
  };
  private static final int[] RED_TO_BLUE = {
    0x67001F, 0xB2182B, 0xD6604D, 0xF4A582, 0xFDDBC7, 0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3,
    0x2166AC, 0x053061
  };

  /** The scale of a matrix: from 0, or as far below 0 as above if there are negative values. */
  static ColourScale of(Matrix matrix) {
    double largest = matrix.numbers().map(Math::abs).max().orElse(0);
    double end = largest == 0 ? 1 : largest;
    return new ColourScale(matrix.numbers().anyMatch(value -> value < 0) ? -end : 0, end);
  }

  Color colour(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    int[] anchors = low < 0 ? RED_TO_BLUE : BLUES;
    double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
    double place = share * (anchors.length - 1);
    int before = Math.min((int) place, anchors.length - 2);
    return between(new Color(anchors[before]), new Color(anchors[before + 1]), place - before);
  }

  /** Black or white, whichever stands out more from a colour. */
  static Color textOn(Color background) {
    double luminance = luminance(background);
    return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? Color.BLACK : Color.WHITE;
  }

  /** Relative luminance of WCAG 2, from 0 to 1. */
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int sample) {
    double share = sample / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static Color between(Color one, Color other, double share) {
    return new Color(
        mixed(one.getRed(), other.getRed(), share),
        mixed(one.getGreen(), other.getGreen(), share),
        mixed(one.getBlue(), other.getBlue(), share));
  }

  private static int mixed(int one, int other, double share) {
    return (int) Math.round(one + (other - one) * share);
  }
}
