package org.disentangle.examples.command;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.InputErrors;

/** Folders of PNG and JPEG files, and what is done to the pictures before they are used. */
final class PictureFolder {

  /** The names of the options, which are Params of {@link ImagePreparation}. */
  private static final String OPTIONS =
      "cropSize, imageSize, colourMode, interpolation, handleInvalid";

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private PictureFolder() {}

  /** The pictures in column {@code image}; files that are no pictures are refused. */
  static Dataset<Row> load(String path, Map<String, String> options, SparkSession spark) {
    return preparation(options)
        .transform(spark.read().format("binaryFile").load(path).select("path", "content"))
        .select("image");
  }

  private static ImagePreparation preparation(Map<String, String> options) {
    ImagePreparation stage = new ImagePreparation().setImageCol("content").setPreparedCol("image");
    options.forEach(
        (name, value) -> {
          switch (name) {
            case "cropSize" -> stage.setCropSize(pixels(name, value));
            case "imageSize" -> stage.setImageSize(pixels(name, value));
            case "colourMode" -> stage.setColourMode(value);
            case "interpolation" -> stage.setInterpolation(value);
            case "handleInvalid" -> stage.setHandleInvalid(value);
            default ->
                throw ERRORS.parameter("--data", name, "one of " + OPTIONS, "it is misspelt.");
          }
        });
    return stage;
  }

  private static int pixels(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw ERRORS.parameter(
          name, value, "a whole number of pixels", "two values were joined, as in 32x32.");
    }
  }
}
