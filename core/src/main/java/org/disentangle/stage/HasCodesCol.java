// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code codesCol}: the column of latent codes. */
public interface HasCodesCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of codes: {@code array<float>}, {@code array<double>} or a vector, one value
   * a code. Default "codes".
   */
  default Param<String> codesCol() {
    return declared()
        .stringParam(
            "codesCol",
            Allowed.columnName().byDefault("codes"),
            "column of latent codes, one array or vector a row");
  }

  default String getCodesCol() {
    return value(codesCol());
  }

  default T setCodesCol(String column) {
    return with(codesCol(), column);
  }
}
