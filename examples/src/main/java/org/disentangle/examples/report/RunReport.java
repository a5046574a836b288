// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.disentangle.error.Counted;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.examples.report.TraversalSeries.Picture;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/**
 * What a training did, as one page: scores and losses by iteration, traversals at several
 * iterations, metrics of the model with their matrices, parameters, and a card of the data.
 *
 * @param model what was trained
 * @param data what it was trained on, in the user's words
 * @param least what losses can be at least, as {@link LeastLosses} has it
 * @param traversals on the way
 * @param measured metrics of the model; null if none were measured
 * @param comparison what the model was chosen from; null if it is the only one
 */
public record RunReport(
    TrainedModel model,
    String data,
    Map<String, Double> least,
    List<Picture> traversals,
    DisentanglementReport measured,
    CandidateTable comparison) {

  /** The page's name in the folder of a run. */
  public static final String FILE = "report.html";

  /** The report of a model that was chosen from several, whose training was not looked at. */
  public static RunReport ofFinished(
      DisentangledModel<?> model,
      String data,
      TrainsInRounds<?> estimator,
      DisentanglementReport measured,
      CandidateTable comparison) {
    TraversalSeries traversals = new TraversalSeries(estimator.getSeed());
    traversals.last(model);
    return new RunReport(
        model, data, LeastLosses.of(estimator), traversals.pictures(), measured, comparison);
  }

  /**
   * Writes the page, making its folder if need be.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public void write(Place file, boolean overwrite) throws IOException {
    page().write(file, overwrite);
  }

  ReportPage page() {
    History history = model.summary();
    TrainedWith with = model.trainedWith();
    ReportPage page =
        new ReportPage(PublicNames.system(model))
            .paragraph(PublicNames.training(model))
            .paragraph(
                String.format(
                    Locale.ROOT,
                    "%s in %s, %.0f images/s, %.0f s of training.",
                    Counted.of(history.last().iteration(), "iteration"),
                    Counted.of(history.rounds().size(), "round"),
                    history.imagesPerSecond(),
                    history.seconds()));
    history.kept().ifPresent(kept -> page.paragraph("The model is the best one, of " + kept + "."));
    if (comparison != null) {
      comparison.addTo(page);
    }
    if (!history.scored().isEmpty()) {
      scores(page, history, with);
    }
    page.heading("Losses")
        .picture("Losses by iteration", png(new LossChart(history, least).draw()));
    BelowZero.notes(history).forEach(page::paragraph);
    traversals(page);
    if (measured != null) {
      metrics(page);
    }
    card(page, with);
    parameters(page, with);
    return page;
  }

  private static void scores(ReportPage page, History history, TrainedWith with) {
    page.heading("Scores while training");
    if (MetricChart.isDrawable(history)) {
      page.picture(
          "Scores by iteration; dashed lines mark switches of the schedule",
          png(new MetricChart(history, SwitchMarks.of(with)).draw()));
    }
    List<String> header = new ArrayList<>(List.of("iteration"));
    history.metricNames().forEach(name -> header.add(PublicNames.metrics(name)));
    List<List<String>> rows = new ArrayList<>();
    for (RoundRecord round : history.scored()) {
      List<String> row = new ArrayList<>(List.of(Long.toString(round.iteration())));
      for (String name : history.metricNames()) {
        Double value = round.metrics().get(name);
        row.add(value == null ? "" : String.format(Locale.ROOT, "%.4f", value));
      }
      rows.add(row);
    }
    page.table(header, rows);
  }

  private void traversals(ReportPage page) {
    if (!traversals.isEmpty()) {
      page.heading("What the codes do")
          .paragraph("A row per code, from its low end at the left to its high end at the right.");
      long first = traversals.get(0).iteration();
      if (model.summary().scored().stream().anyMatch(round -> round.iteration() < first)) {
        page.paragraph(
            String.format(
                Locale.ROOT,
                "There are none of earlier iterations than %d: the training was resumed after them and"
                    + " their checkpoints are gone, or it was not looked at on its way.",
                first));
      }
      for (Picture picture : traversals) {
        page.picture("iteration " + picture.iteration(), picture.png());
      }
    }
  }

  private void metrics(ReportPage page) {
    page.heading("Metrics of the model");
    List<List<String>> rows = new ArrayList<>();
    measured
        .scores()
        .scores()
        .forEach(
            score ->
                rows.add(
                    List.of(
                        score.metric().name(),
                        score.isDefined()
                            ? String.format(Locale.ROOT, "%.4f", score.value())
                            : "not defined on these data")));
    page.table(List.of("metric", "value"), rows);
    MetricPlots.figures(measured).forEach((name, figure) -> page.picture(name, png(figure.draw())));
  }

  private void card(ReportPage page, TrainedWith with) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("data", data);
    card.put("images", with.data().images());
    card.put("hash of the images", with.data().hash());
    if (model instanceof DisentangledModel<?> coded) {
      card.put("shape", coded.imageShape());
      card.put("codes", coded.numCodes());
      card.put("noise values", coded.noiseDim());
    }
    card.put("Disentangle", with.versions().disentangle());
    card.put("Spark", with.versions().spark());
    card.put("Java", with.versions().java());
    List<List<String>> rows = new ArrayList<>();
    card.forEach((name, value) -> rows.add(List.of(name, Objects.toString(value))));
    page.heading("Data and software").table(List.of("", ""), rows);
  }

  private static void parameters(ReportPage page, TrainedWith with) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : with.params().keySet()) {
      rows.add(
          List.of(
              name, PublicNames.metrics(with.shown(name)), with.set().contains(name) ? "set" : ""));
    }
    page.heading("Parameters").table(List.of("parameter", "value", ""), rows);
  }

  private static byte[] png(BufferedImage picture) {
    return PngFile.bytes(picture);
  }
}
