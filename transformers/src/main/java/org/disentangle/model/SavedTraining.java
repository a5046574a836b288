// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.train.checkpoint.FinishedCheckpoints;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Entry;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Saved;

/**
 * A training that was saved on its way: its checkpoints, each of which is a model. They may be read
 * while the training goes on.
 *
 * <pre>{@code
 * SavedTraining training = new SavedTraining(spark, "checkpoints");
 * for (Entry checkpoint : training.checkpoints()) {
 *   DisentangledModel<?> model = training.model(checkpoint.iteration(), DisentangledModel.class);
 * }
 * }</pre>
 */
public final class SavedTraining {

  private static final InputErrors ERRORS = new InputErrors("checkpoints");

  private final Configuration hadoop;
  private final String directory;

  /**
   * @param directory the {@code checkpointDir} of the training, on any Hadoop file system
   */
  public SavedTraining(SparkSession session, String directory) {
    this.hadoop = session.sessionState().newHadoopConf();
    this.directory = QualifiedPath.of(ERRORS, null, directory, hadoop).path().toString();
  }

  /** In the order of their iterations; none if the directory is missing or has none. */
  public List<Entry> checkpoints() {
    try {
      return FinishedCheckpoints.list(directory, hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + directory, e);
    }
  }

  /**
   * The model of the newest checkpoint.
   *
   * @throws InvalidInputException if there is none, or as {@link #model}
   */
  public <M extends TrainedModel> M newest(Class<M> kind) {
    return model(newestIteration(), kind);
  }

  private long newestIteration() {
    List<Entry> all = checkpoints();
    if (all.isEmpty()) {
      throw ERRORS.file(directory, "no checkpoint", "the checkpoints of a training", null);
    }
    return all.get(all.size() - 1).iteration();
  }

  /**
   * The model of the checkpoint of an iteration, as {@code fit} would have returned it there.
   *
   * @throws InvalidInputException if there is none, it is damaged, an earlier version wrote it, or
   *     its model is of another kind
   */
  public <M extends TrainedModel> M model(long iteration, Class<M> kind) {
    Saved saved = saved(iteration);
    if (saved.model().isEmpty()) {
      throw ERRORS.file(
          directory,
          "a checkpoint of iteration " + iteration + " that does not say what its model is",
          "a checkpoint of an Estimator of this version",
          "Resume its training with this version: later checkpoints are models.",
          null);
    }
    TrainedModel model = ModelText.model(saved, ERRORS);
    if (!kind.isInstance(model)) {
      throw ERRORS.file(
          directory,
          "checkpoints of a " + model.getClass().getSimpleName(),
          "those of a " + kind.getSimpleName(),
          null);
    }
    return kind.cast(model);
  }

  private Saved saved(long iteration) {
    try {
      return FinishedCheckpoints.read(directory, iteration, hadoop);
    } catch (InvalidInputException refusal) {
      throw ERRORS.refused(refusal);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + directory, e);
    }
  }
}
