// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.List;
import org.apache.spark.ml.param.Param;

/** Param {@code imageFormat}: the layout of images that a stage writes. */
public interface HasImageFormat<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Layout of written images: "image" (Spark's image struct), "png" (the bytes of a PNG file),
   * "array" (channel planes as {@code array<float>}) or "vector" (the same as an ML vector).
   * Default "image".
   */
  default Param<String> imageFormat() {
    return declared()
        .stringParam(
            "imageFormat",
            Allowed.oneOf(List.of("image", "png", "array", "vector")),
            "layout of written images");
  }

  default String getImageFormat() {
    return value(imageFormat());
  }

  default T setImageFormat(String format) {
    return with(imageFormat(), format);
  }
}
