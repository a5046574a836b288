// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.examples.report.HistoryCsv;
import org.disentangle.examples.report.LeastLosses;
import org.disentangle.examples.report.LiveHistory;
import org.disentangle.examples.report.LossChart;
import org.disentangle.examples.report.MetricChart;
import org.disentangle.examples.report.RunReport;
import org.disentangle.examples.report.SwitchMarks;
import org.disentangle.examples.report.TraversalSeries;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.model.SavedTraining;
import org.disentangle.model.TrainedModel;
import picocli.CommandLine.Option;

/** What is written about a training besides its model, while it lasts and after it. */
public final class RecordOptions {

  private static final Duration BETWEEN_VIEWS = Duration.ofSeconds(10);

  @Option(
      names = "--losses",
      paramLabel = "PNG",
      description = "Draw the losses, and again every few seconds while training.")
  private String losses;

  @IdleWith("--every=0")
  @Needs({"--evaluate", "--every", "--keep-best", "--patience"})
  @Option(
      names = "--metrics",
      paramLabel = "PNG",
      description = "Draw the scores of --evaluate or --every, and again every few seconds.")
  private String metrics;

  @Option(
      names = "--history",
      paramLabel = "CSV",
      description = "Write what happened in every round, and again every few seconds.")
  private String history;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write a folder about the run: report.html (parameters, curves, traversals, metrics, data) with all"
              + " pictures in it, losses.png, metrics.png and history.csv.")
  private String report;

  private final List<Place> lossCharts = new ArrayList<>();
  private final List<Place> metricCharts = new ArrayList<>();
  private final List<Place> tables = new ArrayList<>();
  private Place page;
  private LiveHistory live;
  private TraversalSeries traversals;
  private Map<String, Double> least;

  /** Says where all that is written; nothing is touched yet. */
  public void applyTo(Outputs outputs) {
    add(lossCharts, outputs.file("--losses", losses));
    add(metricCharts, outputs.file("--metrics", metrics));
    add(tables, outputs.file("--history", history));
    Place folder = outputs.folder("--report", report, FolderContent.REPORT);
    if (folder != null) {
      lossCharts.add(folder.child("losses.png"));
      metricCharts.add(folder.child("metrics.png"));
      tables.add(folder.child("history.csv"));
      page = folder.child(RunReport.FILE);
    }
  }

  private static void add(List<Place> places, Place place) {
    if (place != null) {
      places.add(place);
    }
  }

  /**
   * Watches a training that is about to begin.
   *
   * @param resumed what it goes on from; empty if it starts at the beginning
   */
  public void listenTo(TrainsInRounds<?> estimator, Optional<SavedTraining> resumed) {
    least = LeastLosses.of(estimator);
    Map<String, Long> marks = SwitchMarks.of(estimator);
    List<LiveHistory.View> views = new ArrayList<>();
    lossCharts.forEach(png -> views.add(rounds -> new LossChart(rounds, least).write(png, true)));
    metricCharts.forEach(
        png ->
            views.add(
                rounds -> {
                  if (MetricChart.isDrawable(rounds)) {
                    new MetricChart(rounds, marks).write(png, true);
                  }
                }));
    tables.forEach(csv -> views.add(rounds -> new HistoryCsv(rounds).write(csv, true)));
    live = new LiveHistory(BETWEEN_VIEWS, views);
    estimator.addListener(live);
    traversals = new TraversalSeries(estimator.getSeed());
    if (page != null) {
      resumed.ifPresent(traversals::before);
      estimator.addModelListener(traversals);
    }
  }

  /** Whether there is to be a report. */
  public boolean hasReport() {
    return page != null;
  }

  /**
   * Writes all of it once more, from the whole history.
   *
   * @param data what was trained on, in the user's words
   * @param measured metrics of the model; null for none
   */
  public void write(TrainedModel model, String data, DisentanglementReport measured)
      throws IOException {
    live.show(model.summary());
    if (page != null) {
      traversals.last(model);
      new RunReport(model, data, least, traversals.pictures(), measured, null).write(page, true);
    }
  }

  /** Says what is where. */
  public void print(PrintWriter printer) {
    print(printer, "losses", losses);
    if (!metricCharts.isEmpty() && metricCharts.get(0).exists()) {
      print(printer, "metrics", metrics);
    }
    print(printer, "history", history);
    print(printer, "report", page == null ? null : page.toString());
  }

  private static void print(PrintWriter printer, String what, String where) {
    if (where != null) {
      printer.printf(Locale.ROOT, "%s: %s%n", what, where);
    }
  }
}
