// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.StageParams;

/** Params of every selection among several trained models. */
public interface SelectionParams<T extends StageParams<T>> extends HasSeed<T> {

  /**
   * Runs per grid point, 1 to 10,000: run r is trained with seed {@code seed + r}. Default 10. No
   * effect on models that are given.
   */
  default IntParam numRuns() {
    return declared()
        .intParam(
            "numRuns",
            Allowed.between(1, 10_000).byDefault(10),
            "runs per grid point, with consecutive seeds");
  }

  default int getNumRuns() {
    return value(numRuns());
  }

  default T setNumRuns(int runs) {
    return with(numRuns(), runs);
  }

  /** Runs at the same time, 1 to 1000. Default 1. The result does not depend on it. */
  default IntParam parallelism() {
    return declared()
        .intParam("parallelism", Allowed.between(1, 1000).byDefault(1), "runs at the same time");
  }

  default int getParallelism() {
    return value(parallelism());
  }

  default T setParallelism(int runs) {
    return with(parallelism(), runs);
  }

  /**
   * Directory on any Hadoop file system in which each model is saved as soon as it is trained. It
   * must be empty or missing unless {@code resume} is set. Default "": none.
   */
  default Param<String> subModelDir() {
    return declared()
        .stringParam(
            "subModelDir",
            Allowed.where(String.class, "a directory, or empty for none", directory -> true)
                .byDefault(""),
            "where each model is saved as soon as it is trained");
  }

  default String getSubModelDir() {
    return value(subModelDir());
  }

  default T setSubModelDir(String directory) {
    return with(subModelDir(), directory);
  }

  /**
   * Whether the models that {@code subModelDir} has are taken and the others trained, with the same
   * result as without the interruption. Models are found by what they were trained with, so runs,
   * estimators and grid points may be added. A directory begun with other Params is refused; that
   * the data are the same is not checked. Default false.
   */
  default BooleanParam resume() {
    return declared().booleanParam("resume", false, "take the models that subModelDir already has");
  }

  default boolean getResume() {
    return value(resume());
  }

  default T setResume(boolean resume) {
    return with(resume(), resume);
  }
}
