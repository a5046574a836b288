// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code noiseCol}: the column of the latent noise that is not part of the codes. */
public interface HasNoiseCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of noise: {@code array<float>}, {@code array<double>} or a vector, one value
   * a dimension. Default "noise".
   */
  default Param<String> noiseCol() {
    return declared()
        .stringParam(
            "noiseCol",
            Allowed.columnName().byDefault("noise"),
            "column of latent noise, one array or vector a row");
  }

  default String getNoiseCol() {
    return value(noiseCol());
  }

  default T setNoiseCol(String column) {
    return with(noiseCol(), column);
  }
}
