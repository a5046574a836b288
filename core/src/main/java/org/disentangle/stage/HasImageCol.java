// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Param;

/** Param {@code imageCol}: the column of input images. */
public interface HasImageCol<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Name of the column of input images, in any of the layouts that {@link HasImageFormat} names.
   * Default "image".
   */
  default Param<String> imageCol() {
    return declared()
        .stringParam("imageCol", Allowed.columnName().byDefault("image"), "column of input images");
  }

  default String getImageCol() {
    return value(imageCol());
  }

  default T setImageCol(String column) {
    return with(imageCol(), column);
  }
}
