// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.IntParam;

/** Param {@code numWorkers}: into how many logical workers training is divided. */
public interface HasNumWorkers<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Logical workers whose parameters are averaged, 1 to 10000. Default 1. It is part of what is
   * computed, whatever the number of executors: the same workers on another cluster give the same
   * model.
   */
  default IntParam numWorkers() {
    return declared()
        .intParam(
            "numWorkers",
            Allowed.between(1, 10_000).byDefault(1),
            "logical workers whose parameters are averaged; best one per core");
  }

  default int getNumWorkers() {
    return value(numWorkers());
  }

  default T setNumWorkers(int workers) {
    return with(numWorkers(), workers);
  }
}
