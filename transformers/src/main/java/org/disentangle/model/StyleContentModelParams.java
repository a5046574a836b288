// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasGeneratedCol;
import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.HasImageFormat;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.HasValueRange;
import org.disentangle.stage.StageParams;

/** Params that the estimator of specified and unspecified codes and its model share. */
public interface StyleContentModelParams<T extends StageParams<T>>
    extends HasImageCol<T>,
        HasGeneratedCol<T>,
        HasImageFormat<T>,
        HasValueRange<T>,
        HasSeed<T>,
        HasPrecision<T> {

  /** Name of the column of specified codes, which carry the label. Default "specified". */
  default Param<String> specifiedCol() {
    return declared()
        .stringParam(
            "specifiedCol",
            Allowed.columnName().byDefault("specified"),
            "column of codes that carry the label");
  }

  default String getSpecifiedCol() {
    return value(specifiedCol());
  }

  default T setSpecifiedCol(String column) {
    return with(specifiedCol(), column);
  }

  /** Name of the column of unspecified codes, which carry the rest. Default "unspecified". */
  default Param<String> unspecifiedCol() {
    return declared()
        .stringParam(
            "unspecifiedCol",
            Allowed.columnName().byDefault("unspecified"),
            "column of codes that carry everything but the label");
  }

  default String getUnspecifiedCol() {
    return value(unspecifiedCol());
  }

  default T setUnspecifiedCol(String column) {
    return with(unspecifiedCol(), column);
  }

  /** Whether {@code transform} appends generated images. Default true. */
  default BooleanParam appendGenerated() {
    return declared().booleanParam("appendGenerated", true, "append the generated images");
  }

  default boolean getAppendGenerated() {
    return value(appendGenerated());
  }

  default T setAppendGenerated(boolean append) {
    return with(appendGenerated(), append);
  }
}
