// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.experiment.measure.MeasureSet;
import org.disentangle.examples.experiment.measure.MeasuredModel;
import org.disentangle.examples.experiment.measure.ScoredImages;
import org.disentangle.examples.report.HistoryCsv;
import org.disentangle.examples.report.LeastLosses;
import org.disentangle.examples.report.LossChart;
import org.disentangle.file.Place;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleGrids;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.Traversal;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingDivergedException;
import org.disentangle.train.checkpoint.FinishedCheckpoints;

/**
 * Trains and measures runs.
 *
 * @param images to train on
 * @param scored to measure on
 * @param out folder of the experiment
 * @param parallelism how many runs go on at the same time, which is noted
 */
record TrialRun(
    Dataset<Row> images, ScoredImages scored, MeasureSet measures, Place out, int parallelism) {

  private static final int PICTURED = 8;

  /** What came of a run: as it was found, or trained, measured and kept. */
  TrialScore of(Trial trial, TrialProgress progress) throws IOException {
    TrialFolder folder = TrialFolder.of(out, trial);
    Optional<TrialScore> finished = folder.score();
    if (finished.isPresent()) {
      return finished.get();
    }
    String command = new TrainLine(trial, folder.model().toString()).toString();
    folder.write("command.txt", command + "\n");
    TrialScore score;
    try {
      score = measured(trial, folder, model(trial, folder, progress), command);
    } catch (RuntimeException e) {
      score = stopped(trial, stop(e), command);
    }
    folder.write(score);
    FinishedCheckpoints.remove(folder.checkpoints().toString(), hadoop());
    progress.finished(trial, score);
    return score;
  }

  /** The model that an interrupted run left, or a new one. */
  private TrainedModel model(Trial trial, TrialFolder folder, TrialProgress progress)
      throws IOException {
    if (folder.hasModel()) {
      return new ModelFolder(images.sparkSession(), folder.model().toString()).ofAnyCodes();
    }
    TrainsInRounds<?> estimator =
        trial.curves().watch(trial.variant().estimator(trial.seed()), trial.seed());
    estimator.setCheckpointDir(folder.checkpoints().toString());
    estimator.setResume(true);
    estimator.addListener(progress.of(trial));
    TrainedModel model = estimator.fit(images);
    new HistoryCsv(model.summary()).write(folder.folder().child("history.csv"), true);
    new LossChart(model.summary(), LeastLosses.of(estimator))
        .write(folder.folder().child("losses.png"), true);
    draw(model, trial.seed(), folder.folder());
    model.write().overwrite().save(folder.model().toString());
    return model;
  }

  /** What its codes do. */
  private void draw(TrainedModel model, long seed, Place folder) throws IOException {
    if (model instanceof DisentangledModel<?> codes) {
      new Traversal(codes).seed(seed).write(folder.child("traversal.png"), true);
    }
    if (model instanceof StyleContentModel parts) {
      Dataset<Row> some = scored.images().orderBy(functions.rand(seed)).limit(PICTURED);
      new StyleGrids(parts).swapping(some, some).write(folder.child("swapping.png"), true);
    }
  }

  private TrialScore measured(Trial trial, TrialFolder folder, TrainedModel model, String command)
      throws IOException {
    long start = System.nanoTime();
    Map<String, Double> values = new LinkedHashMap<>();
    try (MeasuredModel measured = new MeasuredModel(model, scored, trial.seed(), folder.folder())) {
      measures
          .of(measured)
          .forEach((name, value) -> values.put(name, Double.isFinite(value) ? value : null));
    }
    return new TrialScore(
        trial.variant().name(),
        trial.seed(),
        values,
        CurvePoint.all(model.summary(), trial.curves()),
        null,
        model.summary().last().iteration(),
        model.summary().seconds(),
        (System.nanoTime() - start) / 1e9,
        parallelism,
        command);
  }

  private TrialScore stopped(Trial trial, String reason, String command) {
    return new TrialScore(
        trial.variant().name(),
        trial.seed(),
        Map.of(),
        Map.of(),
        reason,
        0,
        0,
        0,
        parallelism,
        command);
  }

  /** Why a training stopped by itself; other exceptions go on. */
  private static String stop(RuntimeException e) {
    return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
        .filter(
            cause ->
                cause instanceof TrainingDivergedException
                    || cause instanceof TrainingCollapsedException)
        .findFirst()
        .orElseThrow(() -> e)
        .getMessage()
        .lines()
        .findFirst()
        .orElseThrow();
  }

  private Configuration hadoop() {
    return images.sparkSession().sessionState().newHadoopConf();
  }
}
