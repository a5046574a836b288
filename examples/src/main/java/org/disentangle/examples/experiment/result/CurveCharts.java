// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.disentangle.examples.experiment.trial.CurvePoint;
import org.disentangle.examples.experiment.trial.TrialScore;
import org.disentangle.examples.report.PlainNumbers;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The curves of an experiment: for each a chart with a line per row, the mean over its runs at
 * every iteration.
 *
 * @param result of the experiment
 */
record CurveCharts(ExperimentResult result) {

  /** In the order of the first runs that have them; none if there are no curves. */
  List<XYChart> all() {
    return result.runs().stream()
        .flatMap(run -> run.curves().keySet().stream())
        .distinct()
        .map(this::chart)
        .toList();
  }

  private XYChart chart(String name) {
    XYChart chart = new XYChartBuilder().title(name).xAxisTitle("iteration").build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    PlainNumbers.atTheLeft(chart.getStyler());
    for (VariantResult row : result.variants()) {
      Map<Long, SummaryStatistics> means = means(row.variant(), name);
      if (!means.isEmpty()) {
        chart
            .addSeries(
                row.variant(),
                means.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                means.values().stream().mapToDouble(SummaryStatistics::getMean).toArray())
            .setMarker(SeriesMarkers.NONE);
      }
    }
    return chart;
  }

  /** Of the runs that have a value, by iteration. */
  private Map<Long, SummaryStatistics> means(String variant, String name) {
    Map<Long, SummaryStatistics> means = new TreeMap<>();
    for (TrialScore run : result.runs()) {
      if (run.variant().equals(variant)) {
        for (CurvePoint point : run.curves().getOrDefault(name, List.of())) {
          means
              .computeIfAbsent(point.iteration(), iteration -> new SummaryStatistics())
              .addValue(point.value());
        }
      }
    }
    return means;
  }
}
