// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The scores of a training by iteration, a line per metric. A vertical dashed line stands where the
 * schedule switches. A score that is not a number is left out.
 */
public final class MetricChart {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 500;
  private static final Color[] MARK_COLOURS = {Color.DARK_GRAY, Color.GRAY};

  private static final BasicStroke DASHED =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  private final History history;
  private final Map<String, Long> marks;

  /**
   * @param marks iterations by what happens there, as {@link SwitchMarks} has them
   * @throws IllegalArgumentException for a history without a score that is a number
   */
  public MetricChart(History history, Map<String, Long> marks) {
    if (!isDrawable(history)) {
      throw InvalidInputException.of("There are no scores to draw");
    }
    this.history = history;
    this.marks = marks;
  }

  /** Whether some score is a number. */
  public static boolean isDrawable(History history) {
    return values(history).findAny().isPresent();
  }

  private static DoubleStream values(History history) {
    return history.rounds().stream()
        .flatMap(round -> round.metrics().values().stream())
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite);
  }

  /**
   * Writes the chart as a PNG file, making its folder if need be.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public void write(Place png, boolean overwrite) throws IOException {
    PngFile.write(png, draw(), overwrite);
  }

  BufferedImage draw() {
    return new ChartPanels(List.of(chart()), WIDTH, HEIGHT).draw();
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Scores while training")
            .yAxisTitle("score")
            .build();
    chart.getStyler().setLocale(Locale.ROOT);
    PlainNumbers.atTheLeft(chart.getStyler(), values(history).toArray());
    IterationAxis.below(chart, history.last().iteration());
    for (String name : history.metricNames()) {
      drawMetric(chart, name);
    }
    double[] span = {chart.getStyler().getYAxisMin(), chart.getStyler().getYAxisMax()};
    int drawn = 0;
    for (Map.Entry<String, Long> mark : marks.entrySet()) {
      if (mark.getValue() <= history.last().iteration()) {
        Color colour = MARK_COLOURS[drawn++ % MARK_COLOURS.length];
        drawMark(chart, mark.getKey(), mark.getValue(), span, colour);
      }
    }
    return chart;
  }

  private void drawMetric(XYChart chart, String name) {
    List<RoundRecord> scored =
        history.scored().stream()
            .filter(round -> Double.isFinite(round.metrics().getOrDefault(name, Double.NaN)))
            .toList();
    if (!scored.isEmpty()) {
      chart
          .addSeries(
              PublicNames.metrics(name),
              scored.stream().mapToDouble(RoundRecord::iteration).toArray(),
              scored.stream().mapToDouble(round -> round.metrics().get(name)).toArray())
          .setMarker(SeriesMarkers.CIRCLE);
    }
  }

  private static void drawMark(
      XYChart chart, String what, double iteration, double[] span, Color colour) {
    chart
        .addSeries(what, new double[] {iteration, iteration}, span)
        .setMarker(SeriesMarkers.NONE)
        .setLineStyle(DASHED)
        .setLineColor(colour);
  }
}
