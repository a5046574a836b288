// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.image.ColourMode;
import org.disentangle.image.Interpolation;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params of {@link ImagePreparation}: the steps, and what happens to files that are no images. */
public interface ImagePreparationParams<T extends StageParams<T>> extends PreparedImageParams<T> {

  /**
   * Rows and columns of the centre that is cut out first. At least 1; unset by default, which cuts
   * nothing. An image that is smaller is refused.
   */
  default IntParam cropSize() {
    return declared()
        .intParam("cropSize", Allowed.atLeast(1), "rows and columns of the centre to cut out");
  }

  default int getCropSize() {
    return value(cropSize());
  }

  default T setCropSize(int pixels) {
    return with(cropSize(), pixels);
  }

  /**
   * Rows and columns that images are resized to last; images that are not square are stretched. 1
   * to 16384; unset by default, which resizes nothing.
   */
  default IntParam imageSize() {
    return declared()
        .intParam("imageSize", Allowed.between(1, 16_384), "rows and columns to resize images to");
  }

  default int getImageSize() {
    return value(imageSize());
  }

  default T setImageSize(int pixels) {
    return with(imageSize(), pixels);
  }

  /**
   * Channels of the result: "keep" as they are, "grey" for one channel of luma 0.299 red + 0.587
   * green + 0.114 blue, "rgb" for three channels, equal where the image is grey. Default "keep".
   */
  default Param<String> colourMode() {
    return declared()
        .stringParam(
            "colourMode", Allowed.oneOf(List.of(ColourMode.ids())), "channels of the result");
  }

  default String getColourMode() {
    return value(colourMode());
  }

  default T setColourMode(String mode) {
    return with(colourMode(), mode);
  }

  /**
   * How pixels are weighted when images are resized: "bilinear" (without aliasing), "nearest" or
   * "area"; see {@link Interpolation}. Default "bilinear". No effect if {@code imageSize} is unset.
   */
  default Param<String> interpolation() {
    return declared()
        .stringParam(
            "interpolation",
            Allowed.oneOf(List.of(Interpolation.ids())),
            "how pixels are weighted when images are resized");
  }

  default String getInterpolation() {
    return value(interpolation());
  }

  default T setInterpolation(String interpolation) {
    return with(interpolation(), interpolation);
  }

  /**
   * Whether pictures are turned and mirrored as the Exif data of their files (JPEG, or PNG with a
   * chunk eXIf) say, before all other steps: all eight orientations; a picture that says none stays
   * as it is. Default false: pictures are taken as stored, as by Pillow's {@code Image.open}; true
   * is its {@code ImageOps.exif_transpose}. Refused for columns that hold no files.
   */
  default BooleanParam applyOrientation() {
    return declared()
        .booleanParam(
            "applyOrientation", false, "whether pictures are turned as their Exif data say");
  }

  default boolean getApplyOrientation() {
    return value(applyOrientation());
  }

  default T setApplyOrientation(boolean apply) {
    return with(applyOrientation(), apply);
  }

  /**
   * What happens to rows whose image is null or cannot be decoded: "error" refuses them and names
   * the file, "skip" leaves the rows out; the driver logs a warning with their number and the first
   * of them when the job that met them ends. Files without bytes, of which Spark's sources make no
   * row, are refused or logged likewise. Images of another size or number of channels than the rest
   * are always refused. Default "error".
   */
  default Param<String> handleInvalid() {
    return declared()
        .stringParam(
            "handleInvalid",
            Allowed.oneOf(List.of("error", "skip")),
            "what happens to rows whose image cannot be decoded");
  }

  default String getHandleInvalid() {
    return value(handleInvalid());
  }

  default T setHandleInvalid(String handling) {
    return with(handleInvalid(), handling);
  }

  /**
   * Name of the text column that says which file an image came from, for messages and the origin of
   * written image structs. No effect if the input has no such column, or on Spark's image structs,
   * which carry their origin. Default "path", as the source {@code binaryFile} names it.
   */
  default Param<String> pathCol() {
    return declared()
        .stringParam(
            "pathCol",
            Allowed.columnName().byDefault("path"),
            "column with the file of each image, for messages; it may be missing");
  }

  default String getPathCol() {
    return value(pathCol());
  }

  default T setPathCol(String column) {
    return with(pathCol(), column);
  }
}
