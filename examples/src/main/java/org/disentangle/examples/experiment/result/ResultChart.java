// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.disentangle.examples.report.ChartPanels;
import org.disentangle.examples.report.PlainNumbers;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A result as one picture: for every measure a panel with the runs of each row as small points, and
 * their mean with its standard error; below them every curve, a line per row.
 *
 * @param result of the experiment
 */
record ResultChart(ExperimentResult result) {

  private static final int HEIGHT = 360;
  private static final int LEAST_WIDTH = 480;
  private static final int MOST_WIDTH = 1200;
  private static final int ROW_WIDTH = 60;
  private static final int PANELS_SIDE_BY_SIDE = 2;
  private static final int LONG_NAME = 6;
  private static final int NAME_ANGLE = 45;
  private static final Color RUN = new Color(120, 120, 120);
  private static final Color MEAN = new Color(190, 40, 40);

  /** The measures that any row has a value of. */
  private List<String> drawn() {
    return result.measures().stream()
        .filter(
            measure ->
                result.variants().stream().anyMatch(row -> row.measures().get(measure).runs() > 0))
        .toList();
  }

  /** Draws it; without a value it is an empty panel. */
  BufferedImage draw() {
    List<String> measures = drawn();
    int width =
        Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, ROW_WIDTH * (result.variants().size() + 2)));
    int columns = Math.max(1, Math.min(PANELS_SIDE_BY_SIDE, measures.size()));
    int rows = (measures.size() + columns - 1) / columns;
    ChartPanels curves =
        new ChartPanels(new CurveCharts(result).all(), columns * width, HEIGHT);
    int height = Math.max(HEIGHT, rows * HEIGHT + curves.height());
    BufferedImage canvas = new BufferedImage(columns * width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
      for (int panel = 0; panel < measures.size(); panel++) {
        Graphics2D part = (Graphics2D) pen.create();
        part.translate(panel % columns * width, panel / columns * HEIGHT);
        panel(measures.get(panel), width).paint(part, width, HEIGHT);
        part.dispose();
      }
      pen.translate(0, rows * HEIGHT);
      curves.paint(pen);
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  private CategoryChart panel(String measure, int width) {
    CategoryChart chart =
        new CategoryChartBuilder().width(width).height(HEIGHT).title(measure).build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    List<VariantResult> rows =
        result.variants().stream().filter(row -> row.measures().get(measure).runs() > 0).toList();
    List<String> names = rows.stream().map(VariantResult::variant).toList();
    if (names.stream().anyMatch(name -> name.length() > LONG_NAME)) {
      chart.getStyler().setXAxisLabelRotation(NAME_ANGLE);
    }
    for (long seed : result.seeds()) {
      add(chart, "seed " + seed, names, values(rows, measure, seed), null)
          .setMarker(SeriesMarkers.CIRCLE)
          .setMarkerColor(RUN);
    }
    List<Estimate> estimates = rows.stream().map(row -> row.measures().get(measure)).toList();
    Double[] means = estimates.stream().map(Estimate::mean).toArray(Double[]::new);
    Double[] errors =
        estimates.stream()
            .map(estimate -> estimate.standardError() == null ? 0 : estimate.standardError())
            .toArray(Double[]::new);
    add(chart, "mean", names, means, errors).setMarker(SeriesMarkers.DIAMOND).setMarkerColor(MEAN);
    PlainNumbers.atTheLeft(chart.getStyler(), drawn(rows, measure));
    return chart;
  }

  /** All runs, and the ends of the standard errors. */
  private static double[] drawn(List<VariantResult> rows, String measure) {
    return rows.stream()
        .map(row -> row.measures().get(measure))
        .flatMapToDouble(
            estimate -> {
              double error = estimate.standardError() == null ? 0 : estimate.standardError();
              return DoubleStream.concat(
                  estimate.values().stream().mapToDouble(Double::doubleValue),
                  DoubleStream.of(estimate.mean() - error, estimate.mean() + error));
            })
        .toArray();
  }

  private static CategorySeries add(
      CategoryChart chart, String name, List<String> rows, Double[] values, Double[] errors) {
    return errors == null
        ? chart.addSeries(name, rows, Arrays.asList(values))
        : chart.addSeries(name, rows, Arrays.asList(values), Arrays.asList(errors));
  }

  /** Of every row the run with a seed; null where it has no value. */
  private Double[] values(List<VariantResult> rows, String measure, long seed) {
    return rows.stream()
        .map(
            row ->
                result.runs().stream()
                    .filter(run -> run.seed() == seed && run.variant().equals(row.variant()))
                    .map(run -> run.measures().get(measure))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null))
        .toArray(Double[]::new);
  }
}
