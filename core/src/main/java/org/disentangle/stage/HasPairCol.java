// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code pairCol}: the column that says which two rows belong together. */
public interface HasPairCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of pair ids, whole numbers of up to 64 bits, each in two rows. Default
   * "pair".
   */
  default Param<String> pairCol() {
    return declared()
        .stringParam(
            "pairCol",
            Allowed.columnName().byDefault("pair"),
            "column of pair ids, whole numbers that are each in two rows");
  }

  default String getPairCol() {
    return value(pairCol());
  }

  default T setPairCol(String column) {
    return with(pairCol(), column);
  }
}
