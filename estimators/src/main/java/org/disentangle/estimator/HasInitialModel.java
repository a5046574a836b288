// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** Params of a training that starts from weights which were trained before. */
public interface HasInitialModel<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Folder of a saved model, or of a training's checkpoints, whose newest one counts, to start from
   * instead of fresh networks; on any Hadoop file system. Networks are matched by their names and
   * must have the same layers; those that the model lacks start afresh. The images, the weights of
   * losses and everything else may be other than they were. Iterations count from 0. Default "":
   * none.
   */
  default Param<String> initialModel() {
    return declared()
        .stringParam(
            "initialModel",
            Allowed.where(
                    String.class,
                    "folder of a saved model or of checkpoints, or empty for fresh networks",
                    folder -> true)
                .byDefault(""),
            "trained weights to start from");
  }

  default String getInitialModel() {
    return value(initialModel());
  }

  default T setInitialModel(String folder) {
    return with(initialModel(), folder);
  }

  /**
   * Whether the state of the optimisers of {@code initialModel} is taken too: Adam's moments and
   * counts. Default false: they start afresh, as is usual for other images or losses.
   */
  default BooleanParam initialOptimiser() {
    return declared()
        .booleanParam(
            "initialOptimiser", false, "take the state of the initial model's optimisers too");
  }

  default boolean getInitialOptimiser() {
    return value(initialOptimiser());
  }

  default T setInitialOptimiser(boolean take) {
    return with(initialOptimiser(), take);
  }

  /**
   * Refuses the optimisers of no model.
   *
   * @throws org.disentangle.error.InvalidInputException if they are asked for
   */
  default void checkInitialModel() {
    if (getInitialOptimiser() && getInitialModel().isEmpty()) {
      throw InputErrors.of(this).conflict("initialOptimiser needs an initialModel");
    }
  }
}
