package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.train.LoggingListener;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.round.RoundLoop;

/**
 * One run of the round loop for a stage: it is logged, and what is refused before the first round
 * names the stage.
 *
 * @param stage the stage that trains
 */
record TrainingRun(HasRounds<?> stage) {

  private static final String DIRECTORY = "parameter checkpointDir";

  /** What is kept with the model. */
  TrainedWith trainedWith(TrainingResult result) {
    return TrainedWith.of(stage, HasRounds.ON_THE_WAY, result.data());
  }

  /**
   * @throws InvalidInputException if images or checkpoints cannot be used; nothing was trained or
   *     written
   */
  TrainingResult of(
      TrainingProcedure procedure, JavaRDD<float[]> images, List<TrainingListener> listeners) {
    requireCheckpointDir(images.context().hadoopConfiguration());
    List<TrainingListener> all = new ArrayList<>(listeners);
    all.add(new LoggingListener());
    try {
      return new RoundLoop(procedure, stage.trainingSettings()).run(images, all);
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(stage).named(refusal);
    }
  }

  /** Refuses a directory that checkpoints cannot be written to. */
  private void requireCheckpointDir(Configuration hadoop) {
    if (!stage.getCheckpointDir().isEmpty()) {
      InputErrors errors = InputErrors.of(stage);
      QualifiedPath.of(errors, DIRECTORY, stage.getCheckpointDir(), hadoop)
          .requireWritable(errors, DIRECTORY);
    }
  }
}
