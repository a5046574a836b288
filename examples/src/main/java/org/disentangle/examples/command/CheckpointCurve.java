// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.WantedMetrics;
import org.disentangle.examples.report.TextTable;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SavedTraining;
import org.disentangle.model.TrainedWith;
import org.disentangle.stage.InputErrors;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Entry;

/** Metrics of all checkpoints of a training, measured after it: a curve by iteration. */
final class CheckpointCurve {

  private static final InputErrors ERRORS = new InputErrors("disentangle checkpoints");

  private final SavedTraining training;
  private final WantedMetrics wanted;
  private final DisentanglementEvaluator evaluator;
  private final Map<Long, Map<String, Double>> scores = new TreeMap<>();
  private DisentangledModel<?> newest;

  /**
   * @param seed of the metrics' random draws
   * @throws IllegalArgumentException if a metric is not known
   */
  CheckpointCurve(SavedTraining training, List<MetricName> metrics, int factorBins, long seed) {
    this.training = training;
    wanted = new WantedMetrics("--evaluate", metrics, List.of());
    evaluator =
        new DisentanglementEvaluator("disentangle checkpoints")
            .setMetrics(wanted.names())
            .setFactorBins(factorBins)
            .setSeed(seed);
  }

  /**
   * Measures checkpoints.
   *
   * @param checkpoints in the order of their iterations, at least one
   * @param images with factors
   */
  CheckpointCurve measure(List<Entry> checkpoints, Dataset<Row> images) {
    for (Entry checkpoint : checkpoints) {
      newest = training.model(checkpoint.iteration(), DisentangledModel.class);
      DisentanglementReport report =
          evaluator.setCodesCol(newest.getCodesCol()).report(ModelOptions.encode(newest, images));
      wanted.requireDefined(report, ERRORS);
      Map<String, Double> values = new LinkedHashMap<>();
      report
          .scores()
          .scores()
          .forEach(
              score ->
                  values.put(
                      score.metric().name(), score.isDefined() ? score.value() : Double.NaN));
      scores.put(checkpoint.iteration(), values);
    }
    return this;
  }

  /** What the training was run with. */
  TrainedWith trainedWith() {
    return newest.trainedWith();
  }

  /** The rounds of the training, with these scores in place of those of the training itself. */
  History history() {
    History rounds = newest.summary();
    List<RoundRecord> scored = new ArrayList<>();
    for (RoundRecord round : rounds.rounds()) {
      scored.add(round.with(scores.getOrDefault(round.iteration(), Map.of())));
    }
    return new History(rounds.lossNames(), scored);
  }

  /** A row per checkpoint. */
  TextTable table() {
    List<String> names = List.of(wanted.names());
    TextTable table =
        new TextTable(Stream.concat(Stream.of("iteration"), names.stream()).toArray(String[]::new));
    scores.forEach(
        (iteration, values) ->
            table.row(
                Stream.concat(
                        Stream.of(Long.toString(iteration)),
                        names.stream()
                            .map(name -> String.format(Locale.ROOT, "%.4f", values.get(name))))
                    .toArray(String[]::new)));
    return table;
  }
}
