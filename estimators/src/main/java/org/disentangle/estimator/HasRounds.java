// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Set;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.model.HasPrecision;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasNumWorkers;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.TrainingSettings;

/** Params of the data-parallel round loop, the same for every system. */
public interface HasRounds<T extends StageParams<T>>
    extends HasNumWorkers<T>, HasAveragingFrequency<T>, HasSeed<T>, HasPrecision<T> {

  /** Names of Params that change how a training is saved on its way, not what it gives. */
  Set<String> ON_THE_WAY =
      Set.of("checkpointDir", "checkpointInterval", "checkpointsKept", "resume");

  /**
   * Directory for checkpoints on any Hadoop file system, for this fit alone: it must be empty or
   * missing unless {@code resume} is set. While a fit runs, no other may use it: a file {@code
   * .owner} says whose it is, until that process ends (on other machines: for a day after it was
   * last heard of, or until the file is deleted). Default "": none. {@code CrossValidator} fits
   * several times and must be used without.
   */
  default Param<String> checkpointDir() {
    return declared()
        .stringParam(
            "checkpointDir",
            Allowed.where(
                    String.class, "a directory, or empty for no checkpoints", directory -> true)
                .byDefault(""),
            "where the training is saved as it goes");
  }

  default String getCheckpointDir() {
    return value(checkpointDir());
  }

  default T setCheckpointDir(String directory) {
    return with(checkpointDir(), directory);
  }

  /**
   * Iterations between checkpoints, at least 1. Each is written at the first end of a round at or
   * after a multiple of it, so that 7 becomes 10 where {@code averagingFrequency} is 10; a training
   * warns of that before it begins. Default 1000. No effect without a directory.
   */
  default IntParam checkpointInterval() {
    return declared()
        .intParam(
            "checkpointInterval",
            Allowed.atLeast(1).byDefault(1000),
            "iterations between two checkpoints");
  }

  default int getCheckpointInterval() {
    return value(checkpointInterval());
  }

  default T setCheckpointInterval(int iterations) {
    return with(checkpointInterval(), iterations);
  }

  /**
   * How many of the newest checkpoints stay, at least 0; 0 for all. Each is a model too ({@link
   * org.disentangle.model.DisentangledModel#fromCheckpoint}). Default 2.
   */
  default IntParam checkpointsKept() {
    return declared()
        .intParam(
            "checkpointsKept",
            Allowed.atLeast(0).byDefault(CheckpointSettings.USUALLY_KEPT),
            "newest checkpoints that stay, 0 for all");
  }

  default int getCheckpointsKept() {
    return value(checkpointsKept());
  }

  default T setCheckpointsKept(int checkpoints) {
    return with(checkpointsKept(), checkpoints);
  }

  /**
   * Whether to continue from the newest checkpoint in {@code checkpointDir}; the result is then the
   * same bit by bit as without the interruption. A checkpoint of other data or Params is refused.
   * Default false.
   */
  default BooleanParam resume() {
    return declared()
        .booleanParam("resume", false, "continue from the newest checkpoint in checkpointDir");
  }

  default boolean getResume() {
    return value(resume());
  }

  default T setResume(boolean resume) {
    return with(resume(), resume);
  }

  /**
   * Iterations for which D may be sure of every image, or the density of Q's codes be without
   * bound, before the training is stopped as collapsed; checkpoints are not written while that
   * lasts. At least 0; 0 never stops. Default 2000.
   */
  default IntParam collapsePatience() {
    return declared()
        .intParam(
            "collapsePatience",
            Allowed.atLeast(0).byDefault(2000),
            "iterations without a chance for G before training stops as collapsed, 0 for never");
  }

  default int getCollapsePatience() {
    return value(collapsePatience());
  }

  default T setCollapsePatience(int iterations) {
    return with(collapsePatience(), iterations);
  }

  /** Iterations of every worker; an estimator says what its default is. */
  LongParam maxIter();

  /** The iterations in effect. */
  long getMaxIter();

  /**
   * Refuses to resume from nowhere.
   *
   * @throws org.disentangle.error.InvalidInputException if it is asked for
   */
  default void checkResume() {
    if (getResume() && getCheckpointDir().isEmpty()) {
      throw InputErrors.of(this).conflict("resume needs a checkpointDir");
    }
  }

  /** These Params as the round loop takes them. */
  default TrainingSettings trainingSettings() {
    CheckpointSettings checkpoints =
        getCheckpointDir().isEmpty() && !getResume()
            ? CheckpointSettings.none()
            : new CheckpointSettings(
                getCheckpointDir(), getCheckpointInterval(), getResume(), getCheckpointsKept());
    return new TrainingSettings(
        getNumWorkers(),
        getAveragingFrequency(),
        getMaxIter(),
        getSeed(),
        checkpoints,
        getCollapsePatience(),
        requirePrecision());
  }
}
