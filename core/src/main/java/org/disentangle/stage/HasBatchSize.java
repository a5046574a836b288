// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.IntParam;

/** Param {@code batchSize}: how many images a network handles at once. */
public interface HasBatchSize<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Images per mini-batch, at least 1. Default 64. In training it is the batch of one step of one
   * worker; elsewhere it changes speed and memory only.
   */
  default IntParam batchSize() {
    return declared()
        .intParam("batchSize", Allowed.atLeast(1).byDefault(64), "images per mini-batch");
  }

  default int getBatchSize() {
    return value(batchSize());
  }

  default T setBatchSize(int images) {
    return with(batchSize(), images);
  }
}
