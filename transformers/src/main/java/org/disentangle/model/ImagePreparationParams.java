// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.image.ColourMode;
import org.disentangle.image.Interpolation;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.StageParams;

/** Params of {@link ImagePreparation}: the steps, and what happens to files that are no images. */
public interface ImagePreparationParams<T extends StageParams<T>>
    extends PreparedImageParams<T>, HasSeed<T> {

  /**
   * The preparation of a paper's code: sets all steps that are not set otherwise; see {@link
   * PreparationRecipe}. Unset by default.
   */
  default Param<String> recipe() {
    return declared()
        .stringParam(
            "recipe",
            Allowed.where(
                String.class,
                "one of " + String.join(", ", PreparationRecipe.ids()),
                id -> PreparationRecipe.find(id).isPresent()),
            "the preparation of a paper's code");
  }

  default String getRecipe() {
    return value(recipe());
  }

  default T setRecipe(String recipe) {
    return with(recipe(), recipe);
  }

  /**
   * Rows and columns of the square that is cut out, by default of the centre, before anything else.
   * 1 to 26754, whose three channels an array can hold; unset by default, which cuts nothing. An
   * image that is smaller is refused.
   */
  default IntParam cropSize() {
    return declared()
        .intParam(
            "cropSize", Allowed.between(1, 26_754), "rows and columns of the centre to cut out");
  }

  default int getCropSize() {
    return value(cropSize());
  }

  default T setCropSize(int pixels) {
    return with(cropSize(), pixels);
  }

  /**
   * Whether the square is cut out "before" images are resized, or "after". Default "before".
   * "after" needs a {@code cropSize}.
   */
  default Param<String> cropOrder() {
    return declared()
        .stringParam(
            "cropOrder",
            Allowed.oneOf(List.of("before", "after")),
            "whether the square is cut out before images are resized, or after");
  }

  default String getCropOrder() {
    return value(cropOrder());
  }

  default T setCropOrder(String order) {
    return with(cropOrder(), order);
  }

  /**
   * Where the square is cut out: "centre", or "random", at a place that follows from {@code seed}
   * and the row. Default "centre". Random windows need a {@code cropSize}.
   */
  default Param<String> window() {
    return declared()
        .stringParam(
            "window", Allowed.oneOf(List.of("centre", "random")), "where the square is cut out");
  }

  default String getWindow() {
    return value(window());
  }

  default T setWindow(String window) {
    return with(window(), window);
  }

  /**
   * Whether left and right are exchanged: "none", or "random", in half of the images, which follow
   * from {@code seed} and the row. Default "none".
   */
  default Param<String> flip() {
    return declared()
        .stringParam(
            "flip",
            Allowed.oneOf(List.of("none", "random")),
            "whether left and right are exchanged in half of the images");
  }

  default String getFlip() {
    return value(flip());
  }

  default T setFlip(String flip) {
    return with(flip(), flip);
  }

  /**
   * What values become: "keep" leaves them; "minmax" stretches them so that the least of all images
   * becomes 0 and the largest 1, which are -1 and 1 in {@code valueRange} "signed", and reads all
   * images one more time. Default "keep". Streams are refused.
   */
  default Param<String> range() {
    return declared()
        .stringParam(
            "range",
            Allowed.oneOf(List.of("keep", "minmax")),
            "whether values are stretched from the least to the largest of all images");
  }

  default String getRange() {
    return value(range());
  }

  default T setRange(String range) {
    return with(range(), range);
  }

  /**
   * Columns that images are resized to, where they are not as many as the rows; 1 to 16384. Unset
   * by default: {@code imageSize}, without which it is refused.
   */
  default IntParam imageWidth() {
    return declared()
        .intParam("imageWidth", Allowed.between(1, 16_384), "columns to resize images to");
  }

  default int getImageWidth() {
    return value(imageWidth());
  }

  default T setImageWidth(int pixels) {
    return with(imageWidth(), pixels);
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
   * How pixels are weighted when images are resized: "bilinear" (without aliasing), "nearest",
   * "area", "bilinear-bytes" and "lanczos" (both as Pillow to the bit) or "bilinear-aliased" (as
   * OpenCV); see {@link Interpolation}. Default "bilinear". Refused where it is set and {@code
   * imageSize} is not.
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
