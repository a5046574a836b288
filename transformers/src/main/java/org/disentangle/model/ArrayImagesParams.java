// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params of {@link ArrayImages}: the shape, the order and the scale of the numbers. */
public interface ArrayImagesParams<T extends StageParams<T>> extends PreparedImageParams<T> {

  /** Channels of every image: 1 or 3. Default 3. */
  default IntParam channels() {
    return declared()
        .intParam(
            "channels",
            Allowed.where(
                    Integer.class,
                    "1 or 3",
                    count -> count == 1 || count == 3,
                    "Leave out an alpha channel first.")
                .byDefault(3),
            "channels of every image");
  }

  default int getChannels() {
    return value(channels());
  }

  default T setChannels(int count) {
    return with(channels(), count);
  }

  /** Rows of every image, at least 1. Has to be set. */
  default IntParam height() {
    return declared().intParam("height", Allowed.atLeast(1), "rows of every image");
  }

  default int getHeight() {
    return value(height());
  }

  default T setHeight(int pixels) {
    return with(height(), pixels);
  }

  /** Columns of every image, at least 1. Has to be set. */
  default IntParam width() {
    return declared().intParam("width", Allowed.atLeast(1), "columns of every image");
  }

  default int getWidth() {
    return value(width());
  }

  default T setWidth(int pixels) {
    return with(width(), pixels);
  }

  /**
   * Order of the numbers: "chw" for one plane after the other, as in CIFAR's files, "hwc" for pixel
   * by pixel, as NumPy arrays of pictures usually are. Rows run from the top; colours are red,
   * green, blue. The same where images have one channel. Default "chw".
   */
  default Param<String> arrayLayout() {
    return declared()
        .stringParam(
            "arrayLayout",
            Allowed.oneOf(List.of("chw", "hwc")),
            "order of the numbers of an image");
  }

  default String getArrayLayout() {
    return value(arrayLayout());
  }

  default T setArrayLayout(String layout) {
    return with(arrayLayout(), layout);
  }

  /**
   * The number that means white; 0 means black. Above 0; default 255. With 255 or more, an image of
   * fractions that are all from 0 to 1 is refused: it was made for 1.
   */
  default DoubleParam arrayScale() {
    return declared()
        .doubleParam(
            "arrayScale", Allowed.above(0.0).byDefault(255.0), "the number that means white");
  }

  default double getArrayScale() {
    return value(arrayScale());
  }

  default T setArrayScale(double white) {
    return with(arrayScale(), white);
  }
}
