// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.file.Place;
import org.disentangle.model.SavedTraining;
import org.disentangle.stage.InputErrors;
import org.disentangle.train.checkpoint.FinishedCheckpoints;
import picocli.CommandLine.Option;

/** What a training saves as it goes, and what becomes of it. */
public final class CheckpointOptions {

  @IdleWith("--checkpoint-interval=0")
  @SetsParam(value = "checkpointDir", described = false, alone = true)
  @Option(
      names = "--checkpoint-dir",
      paramLabel = "DIR",
      description = "Where checkpoints are kept while training. Default: OUT-checkpoints.")
  private String given;

  @SetsParam(value = "checkpointInterval", described = false, alone = true)
  @Option(
      names = "--checkpoint-interval",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Iterations between checkpoints; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int interval;

  @SetsParam("checkpointsKept")
  @IdleWith("--checkpoint-interval=0")
  @Option(names = "--checkpoints-kept", paramLabel = "N")
  private Integer kept;

  @IdleWith("--checkpoint-interval=0")
  @SetsParam(value = "resume", described = false, alone = true)
  @Option(names = "--resume", description = "Continue from the newest checkpoint.")
  private boolean resume;

  @IdleWith("--checkpoint-interval=0")
  @Option(
      names = "--keep-checkpoints",
      description =
          "Keep the last checkpoints once the model is saved, to train on later by --resume and a larger --max-iter,"
              + " or to look at with 'disentangle checkpoints'.")
  private boolean keep;

  /** Empty where nothing is saved. */
  private String directory = "";

  /** What the directory holds before the run. */
  private List<String> found = List.of();

  /** Says where a training saves; nothing is touched yet. */
  public void applyTo(TrainsInRounds<?> estimator, Place model, Outputs outputs) {
    estimator.setResume(resume);
    GivenParam.set(estimator, "--checkpoints-kept", "checkpointsKept", kept);
    if (interval != 0) {
      directory = given == null ? model.beside("-checkpoints").toString() : given;
      outputs.kept("--checkpoint-dir", directory);
      estimator.setCheckpointDir(directory);
      if (interval != estimator.getCheckpointInterval()) {
        estimator.setCheckpointInterval(interval);
      }
    }
  }

  /** Refuses checkpoints of an earlier training that is neither continued nor replaced. */
  public void requireFree(boolean overwrite, Configuration hadoop) throws IOException {
    found = directory.isEmpty() ? List.of() : FinishedCheckpoints.names(directory, hadoop);
    if (isOld() && !overwrite) {
      throw new InputErrors("disentangle train")
          .parameter(
              "--checkpoint-dir",
              String.format(Locale.ROOT, "%s, which has %s", directory, found.get(0)),
              "an empty or missing folder",
              "Continue an earlier run with --resume, or start again with --overwrite.");
    }
  }

  /** Removes the checkpoints of an earlier training; to be called when the next can begin. */
  public void clear(Configuration hadoop) throws IOException {
    if (isOld()) {
      FinishedCheckpoints.remove(directory, hadoop);
    }
  }

  /** Says that there is nothing to continue from, where that was asked for. */
  public void sayIfNothingIsResumed(PrintWriter printer) {
    if (resume && found.isEmpty()) {
      printer.printf(
          Locale.ROOT, "no checkpoint in %s: the run starts at the beginning%n", directory);
      printer.flush();
    }
  }

  /** What is continued; empty if the run starts at the beginning. */
  public Optional<SavedTraining> resumed(SparkSession session) {
    return resume && !found.isEmpty()
        ? Optional.of(new SavedTraining(session, directory))
        : Optional.empty();
  }

  private boolean isOld() {
    return !resume && !found.isEmpty();
  }

  /** Removes the training's own checkpoints unless they are to be kept, and says so. */
  public void end(Configuration hadoop, PrintWriter printer) throws IOException {
    if (keep && !directory.isEmpty()) {
      printer.printf(Locale.ROOT, "checkpoints: %s%n", directory);
    } else if (!directory.isEmpty()) {
      FinishedCheckpoints.remove(directory, hadoop);
      printer.printf(
          Locale.ROOT, "checkpoints removed: %s (--keep-checkpoints keeps them)%n", directory);
    }
  }
}
