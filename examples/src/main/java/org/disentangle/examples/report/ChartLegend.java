// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The names of a chart's lines, each beside a piece of its line, in as many columns as fit. The
 * charting library's own legend has one row or one column, and is cut off where that is too long.
 *
 * @param chart whose lines they are
 * @param width pixels that there are
 */
record ChartLegend(XYChart chart, int width) {

  private static final int SAMPLE = 28;
  private static final int GAP = 8;
  private static final int BETWEEN = 18;
  private static final int MARGIN = 8;
  private static final double DOT = 7;

  /** Pixels from its first row to below its last one. */
  int height() {
    return rows() * rowHeight() + MARGIN;
  }

  /** Columns of names side by side. */
  int columns() {
    return Math.max(1, Math.min(lines().size(), (width - 2 * MARGIN + BETWEEN) / pitch()));
  }

  private int rows() {
    return (lines().size() + columns() - 1) / columns();
  }

  /** Draws it from a place on, once the chart is painted: colours are dealt then. */
  void paint(Graphics2D pen, int left, int top) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(chart.getStyler().getLegendFont());
    FontMetrics metrics = metrics();
    int indent = left + Math.max(MARGIN, (width - columns() * pitch() + BETWEEN) / 2);
    List<XYSeries> lines = lines();
    for (int line = 0; line < lines.size(); line++) {
      int x = indent + line % columns() * pitch();
      int middle = top + line / columns() * rowHeight() + rowHeight() / 2;
      sample(pen, lines.get(line), x, middle);
      pen.setColor(Color.BLACK);
      int baseline = middle + (metrics.getAscent() - metrics.getDescent()) / 2;
      pen.drawString(lines.get(line).getLabel(), x + SAMPLE + GAP, baseline);
    }
  }

  private static void sample(Graphics2D pen, XYSeries line, int x, int middle) {
    BasicStroke style = line.getLineStyle();
    pen.setColor(line.getLineColor());
    pen.setStroke(
        new BasicStroke(
            line.getLineWidth(),
            BasicStroke.CAP_BUTT,
            style.getLineJoin(),
            style.getMiterLimit(),
            style.getDashArray(),
            0));
    pen.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
    if (line.getMarker() != SeriesMarkers.NONE) {
      pen.setColor(line.getMarkerColor());
      pen.fill(new Ellipse2D.Double(x + (SAMPLE - DOT) / 2, middle - DOT / 2, DOT, DOT));
    }
  }

  /** From the beginning of a name to that of the next one in its row. */
  private int pitch() {
    FontMetrics metrics = metrics();
    int widest =
        lines().stream().mapToInt(line -> metrics.stringWidth(line.getLabel())).max().orElse(0);
    return SAMPLE + GAP + widest + BETWEEN;
  }

  private int rowHeight() {
    return metrics().getHeight() + 2;
  }

  private List<XYSeries> lines() {
    return List.copyOf(chart.getSeriesMap().values());
  }

  private FontMetrics metrics() {
    Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return pen.getFontMetrics(chart.getStyler().getLegendFont());
    } finally {
      pen.dispose();
    }
  }
}
