// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.disentangle.examples.experiment.trial.CurvePoint;
import org.disentangle.examples.experiment.trial.TrialScore;
import org.disentangle.examples.report.IterationAxis;
import org.disentangle.examples.report.PlainNumbers;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
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
    XYChart chart = new XYChartBuilder().title(name).build();
    chart.getStyler().setLocale(Locale.ROOT);
    List<Double> drawn = new ArrayList<>();
    long last = 0;
    for (VariantResult row : result.variants()) {
      Map<Long, SummaryStatistics> means = means(row.variant(), name);
      if (!means.isEmpty()) {
        means.values().forEach(mean -> drawn.add(mean.getMean()));
        last = Math.max(last, Collections.max(means.keySet()));
        chart
            .addSeries(
                row.variant(),
                means.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                means.values().stream().mapToDouble(SummaryStatistics::getMean).toArray())
            .setMarker(SeriesMarkers.NONE);
      }
    }
    IterationAxis.below(chart, last);
    PlainNumbers.atTheLeft(
        chart.getStyler(), drawn.stream().mapToDouble(Double::doubleValue).toArray());
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
