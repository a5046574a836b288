// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/**
 * Makes lines visible on which others lie: a line is drawn the wider the more of those that are
 * drawn after it are the same within the width of a line, so that its colour is seen on both sides
 * of them.
 */
final class HiddenLines {

  private static final float USUAL_WIDTH = 2;
  private static final float WIDER = 3;
  private static final int MOST = 4;
  private static final double NEAR = 0.006;

  private HiddenLines() {}

  /** Sets the widths of the lines of a chart. */
  static void widen(XYChart chart) {
    List<XYSeries> lines = List.copyOf(chart.getSeriesMap().values());
    double near =
        NEAR
            * (lines.stream().mapToDouble(XYSeries::getYMax).max().orElse(0)
                - lines.stream().mapToDouble(XYSeries::getYMin).min().orElse(0));
    for (int line = 0; line < lines.size(); line++) {
      XYSeries below = lines.get(line);
      long above =
          lines.subList(line + 1, lines.size()).stream()
              .filter(other -> covers(other, below, near))
              .count();
      below.setLineWidth(USUAL_WIDTH + WIDER * Math.min(MOST, above));
    }
  }

  /** Whether it has every point of a line but for a distance that is not seen. */
  private static boolean covers(XYSeries above, XYSeries below, double near) {
    if (below.getXData().length < 2) {
      return false; // a point
    }
    double[] x = above.getXData();
    double[] y = above.getYData();
    for (int point = 0; point < below.getXData().length; point++) {
      int same = Arrays.binarySearch(x, below.getXData()[point]);
      if (same < 0 || !(Math.abs(y[same] - below.getYData()[point]) <= near)) {
        return false;
      }
    }
    return true;
  }
}
