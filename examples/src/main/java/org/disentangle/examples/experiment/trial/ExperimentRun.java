// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.ExperimentVariant;
import org.disentangle.examples.experiment.measure.ScoredImages;
import org.disentangle.file.Place;

/**
 * Does what a plan says.
 *
 * @param out folder of the experiment
 * @param parallelism runs at the same time
 */
public record ExperimentRun(ExperimentPlan plan, Place out, int parallelism) {

  /** All runs: every row with the first seed, then with the next. */
  public List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (long seed : plan.seeds()) {
      for (ExperimentVariant variant : plan.variants()) {
        trials.add(new Trial(variant, seed, plan.data(), plan.curves()));
      }
    }
    return trials;
  }

  /** Where the model of a run is saved. */
  public Place model(Trial trial) {
    return TrialFolder.of(out, trial).model();
  }

  /** Those that are finished. */
  public List<Trial> finished() throws IOException {
    List<Trial> finished = new ArrayList<>();
    for (Trial trial : trials()) {
      if (TrialFolder.of(out, trial).score().isPresent()) {
        finished.add(trial);
      }
    }
    return finished;
  }

  /**
   * Trains and measures all runs that are not finished.
   *
   * @param log where progress is shown
   * @return what came of all
   * @throws InvalidInputException before any training, if a variant cannot be trained on the images
   *     or the column of classes is missing
   */
  public ExperimentOutcome run(SparkSession session, boolean overwrite, PrintWriter log)
      throws IOException {
    Dataset<Row> images = images(plan.data(), session).cache();
    Dataset<Row> scored =
        plan.scored().equals(plan.data()) ? images : images(plan.scored(), session).cache();
    require(images, scored);
    new ExperimentFolder(out).begin(plan, overwrite);
    TrialRun run =
        new TrialRun(
            images,
            ScoredImages.of(scored, images, plan.label(), plan.table().evaluator()),
            plan.measures(),
            out,
            parallelism);
    List<Trial> trials = trials();
    TrialProgress progress = new TrialProgress(log, trials.size(), finished().size());
    List<TrialScore> scores = new TrialQueue(run, progress, parallelism).scores(trials);
    List<SelectionScore> selections = new ModelRanking(plan, out).of(trials, scores, scored);
    images.unpersist();
    scored.unpersist();
    return new ExperimentOutcome(scores, selections);
  }

  /**
   * Refuses what {@link #run} would refuse; nothing is trained or written.
   *
   * @throws InvalidInputException if a variant cannot be trained on the images or the column of
   *     classes is missing
   */
  public void require(SparkSession session) {
    require(images(plan.data(), session), images(plan.scored(), session));
  }

  private Dataset<Row> images(String data, SparkSession session) {
    return plan.dataSpec(data).load(session);
  }

  private void require(Dataset<Row> images, Dataset<Row> scored) {
    for (ExperimentVariant variant : plan.variants()) {
      require(variant, images);
    }
    if (!plan.label().isEmpty() && !List.of(scored.columns()).contains(plan.label())) {
      throw plan.table()
          .errors()
          .named(
              InvalidInputException.of(
                  String.format(Locale.ROOT, "column '%s'", plan.label()),
                  "the columns " + List.of(scored.columns()),
                  "a column of classes (label)"));
    }
  }

  private void require(ExperimentVariant variant, Dataset<Row> images) {
    try {
      long seed = plan.seeds().get(0);
      ((PipelineStage) plan.curves().watch(variant.estimator(seed), seed))
          .transformSchema(images.schema());
    } catch (InvalidInputException refusal) {
      throw variant.errors().refused(refusal);
    }
  }
}
