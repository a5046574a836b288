// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.BooleanParam;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasGeneratedCol;
import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.HasImageFormat;
import org.disentangle.stage.HasNoiseCol;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.HasValueRange;
import org.disentangle.stage.StageParams;

/** Params that the estimator and its model share: columns, formats and what is appended. */
public interface DisentangledModelParams<T extends StageParams<T>>
    extends HasImageCol<T>,
        HasCodesCol<T>,
        HasNoiseCol<T>,
        HasGeneratedCol<T>,
        HasImageFormat<T>,
        HasValueRange<T>,
        HasSeed<T>,
        HasPrecision<T> {

  /**
   * Whether codes inferred from images are appended as the codes column. No effect on input that
   * has the codes column already. Default true.
   */
  default BooleanParam appendCodes() {
    return declared().booleanParam("appendCodes", true, "append the codes inferred from images");
  }

  default boolean getAppendCodes() {
    return value(appendCodes());
  }

  default T setAppendCodes(boolean append) {
    return with(appendCodes(), append);
  }

  /** Whether generated images are appended. Default true. */
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
