// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The losses of a training by iteration, as one picture in two parts: those that its networks fight
 * or begin with above (D and G of a GAN, the reconstruction error of an autoencoder), and the
 * others below. A part has a logarithmic scale, from one power of ten to another, where all its
 * values are positive and span more than a factor of ten, but for the adversarial losses, which
 * stay near each other. A dashed line shows the least that a loss can be where that is not 0: it
 * does not fall below the line, however well the networks learn.
 */
public final class LossChart {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 400;
  private static final double LOGARITHMIC_FROM = 10;
  private static final List<String> ADVERSARIAL = List.of("D", "G");
  private static final List<String> RECONSTRUCTION = List.of("reconstruction");

  private static final BasicStroke DASHED =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  private final History history;
  private final Map<String, Double> least;

  /**
   * @param least what losses are where nothing is left to learn, by name, as {@link LeastLosses}
   *     has it; nothing is drawn for others
   * @throws IllegalArgumentException for a history without rounds
   */
  public LossChart(History history, Map<String, Double> least) {
    if (history.rounds().isEmpty()) {
      throw InvalidInputException.of("There are no rounds to draw losses of");
    }
    this.history = history;
    this.least = Map.copyOf(least);
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
    boolean adversarial = history.lossNames().containsAll(ADVERSARIAL);
    List<String> first = adversarial ? ADVERSARIAL : RECONSTRUCTION;
    List<String> others =
        history.lossNames().stream().filter(name -> !first.contains(name)).toList();
    XYChart upper =
        adversarial
            ? chart("Adversarial losses", first, false)
            : chart("Reconstruction error", first, spansDecades(first));
    XYChart lower =
        chart(
            adversarial ? "Code and contrastive losses" : "Divergence and correlation",
            others,
            spansDecades(others));
    return oneAboveTheOther(upper, lower);
  }

  /** Iterations stand at the same place in both, however wide the numbers beside them are. */
  private BufferedImage oneAboveTheOther(XYChart upper, XYChart lower) {
    BufferedImage canvas = new BufferedImage(WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    try {
      double[] left = {firstIterationIn(upper, pen), firstIterationIn(lower, pen)};
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, WIDTH, 2 * HEIGHT);
      double most = Math.max(left[0], left[1]);
      paint(upper, pen, (int) Math.round(most - left[0]), 0);
      paint(lower, pen, (int) Math.round(most - left[1]), HEIGHT);
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  /** Where it is drawn, from the left. */
  private double firstIterationIn(XYChart chart, Graphics2D pen) {
    chart.paint(pen, WIDTH, HEIGHT);
    return chart.getScreenXFromChart(iteration(0));
  }

  private static void paint(XYChart chart, Graphics2D pen, int left, int top) {
    pen.translate(left, top);
    chart.paint(pen, WIDTH - left, HEIGHT);
    pen.translate(-left, -top);
  }

  private double iteration(int round) {
    return history.rounds().get(round).iteration();
  }

  private XYChart chart(String title, List<String> names, boolean logarithmic) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("iteration")
            .yAxisTitle("loss")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLocale(Locale.ROOT);
    if (history.rounds().size() > 1) { // also for losses that come on later
      chart.getStyler().setXAxisMin(iteration(0));
      chart.getStyler().setXAxisMax(iteration(history.rounds().size() - 1));
    }
    chart.getStyler().setYAxisLogarithmic(logarithmic);
    if (!logarithmic) {
      PlainNumbers.atTheLeft(chart.getStyler());
    }
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal);
    if (logarithmic) { // labels stand at powers of ten alone
      double[] values = values(names);
      chart.setYAxisTitle("loss (logarithmic)");
      chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(values[0]))));
      chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(values[values.length - 1]))));
    }
    for (String name : names) {
      List<RoundRecord> active =
          history.rounds().stream().filter(round -> round.losses().containsKey(name)).toList();
      if (!active.isEmpty()) {
        double[] iterations = active.stream().mapToDouble(RoundRecord::iteration).toArray();
        double[] losses = active.stream().mapToDouble(round -> round.losses().get(name)).toArray();
        chart
            .addSeries(name, iterations, losses)
            .setMarker(losses.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        drawLeast(chart, name, iterations);
      }
    }
    return chart;
  }

  private void drawLeast(XYChart chart, String name, double[] iterations) {
    if (least.containsKey(name)) {
      double value = least.get(name);
      double[] ends = {iterations[0], iterations[iterations.length - 1]};
      chart
          .addSeries(
              String.format(Locale.ROOT, "least possible %s: %.3f", name, value),
              ends,
              new double[] {value, value})
          .setMarker(SeriesMarkers.NONE)
          .setLineStyle(DASHED)
          .setLineColor(Color.DARK_GRAY);
    }
  }

  /** All that is drawn for some losses, increasing. */
  private double[] values(List<String> names) {
    return Stream.concat(
            history.rounds().stream().flatMap(round -> names.stream().map(round.losses()::get)),
            names.stream().map(least::get))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  private boolean spansDecades(List<String> names) {
    double[] values = values(names);
    return values.length > 0
        && values[0] > 0
        && values[values.length - 1] > LOGARITHMIC_FROM * values[0];
  }
}
