// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.LongParam;

/** Param {@code seed}: the seed of every random choice of a stage. */
public interface HasSeed<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Seed of every random choice; any 64-bit number. Default 42, the same for all stages: equal
   * parameters on equal data give equal results, whether or not a seed was set.
   */
  default LongParam seed() {
    return declared()
        .longParam(
            "seed",
            Allowed.anyLong().byDefault(42L),
            "seed of every random choice; equal seeds and data give equal results");
  }

  default long getSeed() {
    return value(seed());
  }

  default T setSeed(long seed) {
    return with(seed(), seed);
  }
}
