// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.List;
import org.apache.spark.ml.param.Param;

/** Param {@code valueRange}: what the numbers of image arrays and vectors mean. */
public interface HasValueRange<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Range of the values of images in the layouts "array" and "vector", read and written: "unit" for
   * [0, 1], "signed" for [-1, 1], where -1 is black. No effect on the layouts "image" and "png".
   * Default "unit".
   */
  default Param<String> valueRange() {
    return declared()
        .stringParam(
            "valueRange",
            Allowed.oneOf(List.of("unit", "signed")),
            "range of image arrays and vectors, [0, 1] or [-1, 1]");
  }

  default String getValueRange() {
    return value(valueRange());
  }

  default T setValueRange(String range) {
    return with(valueRange(), range);
  }
}
