// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.disentangle.examples.bench.MemoryWatch.MemorySample;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Memory and threads of a process over time, as a picture. */
public final class MemoryChart {

  private static final double SECONDS_PER_MINUTE = 60;

  private final List<MemorySample> samples;

  /**
   * @param samples in the order of time, at least one
   */
  public MemoryChart(List<MemorySample> samples) {
    this.samples = samples;
  }

  /**
   * Writes the chart as a PNG file, making its folder if need be.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public void write(Place png, boolean overwrite) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(1000)
            .height(500)
            .title("Memory and threads while training")
            .xAxisTitle("minutes")
            .yAxisTitle("MB, or number of threads")
            .build();
    chart
        .getStyler()
        .setChartBackgroundColor(Color.WHITE)
        .setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setLocale(Locale.ROOT);
    add(chart, "process (MB)", MemorySample::processMegabytes);
    add(chart, "native arrays (MB)", MemorySample::nativeMegabytes);
    add(chart, "heap after collection (MB)", MemorySample::heapMegabytes);
    add(chart, "threads", MemorySample::threads);
    PngFile.write(png, BitmapEncoder.getBufferedImage(chart), overwrite);
  }

  private void add(XYChart chart, String name, ToDoubleFunction<MemorySample> figure) {
    double[] minutes =
        samples.stream().mapToDouble(sample -> sample.seconds() / SECONDS_PER_MINUTE).toArray();
    double[] values = samples.stream().mapToDouble(figure).toArray();
    chart.addSeries(name, minutes, values).setMarker(SeriesMarkers.NONE);
  }
}
