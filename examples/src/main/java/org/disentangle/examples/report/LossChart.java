// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
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
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The losses of a training by iteration, as one picture in parts: those that its networks fight or
 * begin with above (D and G of a GAN, the reconstruction error of an autoencoder), the others below,
 * and the divergences of single codes, if there are any, at the bottom. A part has a logarithmic scale, from one power of ten to another, where all its
 * values are positive and span more than a factor of ten, but for the adversarial losses, which
 * stay near each other. A dashed line shows the least that a loss can be where that is not 0: it
 * does not fall below the line, however well the networks learn.
 */
public final class LossChart {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 370;
  private static final double LOGARITHMIC_FROM = 10;
  private static final List<String> ADVERSARIAL = List.of("D", "G");
  private static final List<String> RECONSTRUCTION = List.of("reconstruction");
  private static final String OF_CODE = "(.+)_\\d+";

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
    List<String> names = history.lossNames();
    boolean adversarial = names.containsAll(ADVERSARIAL);
    List<String> first = adversarial ? ADVERSARIAL : RECONSTRUCTION;
    List<String> ofCodes = names.stream().filter(this::isOfCode).toList();
    List<String> others =
        names.stream().filter(name -> !first.contains(name) && !ofCodes.contains(name)).toList();
    List<XYChart> charts = new ArrayList<>();
    charts.add(
        adversarial
            ? chart("Adversarial losses", first, false)
            : chart("Reconstruction error", first, spansDecades(first)));
    charts.add(
        chart(
            adversarial ? "Code and contrastive losses" : "Divergence and correlation",
            others,
            spansDecades(others)));
    if (!ofCodes.isEmpty()) {
      charts.add(chart("Divergence of each code", ofCodes, spansDecades(ofCodes)));
    }
    return new ChartPanels(charts, WIDTH, HEIGHT).draw();
  }

  /** Whether it is a part of another loss that a single code has, as {@code divergence_3} is. */
  private boolean isOfCode(String name) {
    return name.matches(OF_CODE) && history.lossNames().contains(name.replaceAll(OF_CODE, "$1"));
  }

  private XYChart chart(String title, List<String> names, boolean logarithmic) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).yAxisTitle("loss").build();
    chart.getStyler().setLocale(Locale.ROOT);
    IterationAxis.below(chart, history.last().iteration());
    chart.getStyler().setYAxisLogarithmic(logarithmic);
    double[] values = values(names);
    if (logarithmic) { // labels stand at powers of ten alone
      chart.setYAxisTitle("loss (logarithmic)");
      chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(values[0]))));
      chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(values[values.length - 1]))));
    } else {
      PlainNumbers.atTheLeft(chart.getStyler(), values);
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
        drawLeast(chart, name);
      }
    }
    return chart;
  }

  private void drawLeast(XYChart chart, String name) {
    if (least.containsKey(name)) {
      double value = least.get(name);
      double[] ends = {0, history.last().iteration()};
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
