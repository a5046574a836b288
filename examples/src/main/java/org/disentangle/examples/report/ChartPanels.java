// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * Charts one below the other, each with the names of its lines below it, as one picture. All names
 * are shown, however many there are: the picture grows with them. The same value of the horizontal
 * axes stands at the same place in all of them, however wide the numbers beside them are.
 */
public final class ChartPanels {

  private final List<XYChart> charts;
  private final int width;
  private final int chartHeight;

  /**
   * @param charts with axes of the same range
   * @param width pixels of all of it
   * @param chartHeight pixels of each chart without its names
   */
  public ChartPanels(List<XYChart> charts, int width, int chartHeight) {
    this.charts = List.copyOf(charts);
    this.width = width;
    this.chartHeight = chartHeight;
    for (XYChart chart : charts) {
      chart.getStyler().setChartBackgroundColor(Color.WHITE);
      chart.getStyler().setLegendVisible(false);
    }
  }

  /** Pixels of all of it. */
  public int height() {
    return charts.stream().mapToInt(chart -> chartHeight + legend(chart).height()).sum();
  }

  /** Draws them as a picture. */
  public BufferedImage draw() {
    BufferedImage canvas = new BufferedImage(width, height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, width, height());
      paint(pen);
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  /** Paints them from the pen's origin. */
  public void paint(Graphics2D pen) {
    charts.forEach(HiddenLines::widen);
    double[] starts = charts.stream().mapToDouble(this::start).toArray();
    double most = 0;
    for (double start : starts) {
      most = Math.max(most, start);
    }
    int top = 0;
    for (int at = 0; at < starts.length; at++) {
      XYChart chart = charts.get(at);
      int left = (int) Math.round(most - starts[at]);
      Graphics2D part = (Graphics2D) pen.create();
      part.translate(left, top);
      chart.paint(part, width - left, chartHeight);
      part.dispose();
      legend(chart).paint(pen, 0, top + chartHeight);
      top += chartHeight + legend(chart).height();
    }
  }

  /** Where the least value of the horizontal axis is drawn, from the left. */
  private double start(XYChart chart) {
    Graphics2D aside = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      chart.paint(aside, width, chartHeight);
    } finally {
      aside.dispose();
    }
    return chart.getScreenXFromChart(chart.getStyler().getXAxisMin());
  }

  private ChartLegend legend(XYChart chart) {
    return new ChartLegend(chart, width);
  }
}
