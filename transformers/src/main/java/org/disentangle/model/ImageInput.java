// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ValueRange;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.HasValueRange;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;

/**
 * The image column that a stage reads, checked as far as a schema allows.
 *
 * @param name name of the column
 * @param index its position in the schema
 * @param decoder reads its cells
 */
public record ImageInput(String name, int index, ImageDecoder decoder) implements Serializable {

  /**
   * The column that the stage's {@code imageCol} names, its numbers in the stage's {@code
   * valueRange}.
   *
   * @param shape the shape every image must have
   * @throws org.disentangle.error.InvalidInputException if the column is missing, has a type that
   *     holds no images, or says in its metadata that its images have another shape or range
   */
  public static <T extends StageParams<T>, S extends HasImageCol<T> & HasValueRange<T>>
      ImageInput of(S stage, StructType schema, ImageShape shape) {
    return of(stage, schema, shape, found -> otherNetworks(found, shape));
  }

  /**
   * The same for a stage that can have other networks.
   *
   * @param fitting which of them take images of the shape that was found, as a clause that begins
   *     the advice
   */
  public static <T extends StageParams<T>, S extends HasImageCol<T> & HasValueRange<T>>
      ImageInput of(
          S stage, StructType schema, ImageShape shape, Function<ImageShape, String> fitting) {
    StructField field = field(stage, schema);
    Optional<ImageShape> found = ImageColumns.shapeOf(field);
    if (found.isPresent() && !found.get().equals(shape)) {
      throw InputErrors.of(stage)
          .column(
              field.name(),
              "images of shape " + found.get(),
              String.format(
                  Locale.ROOT,
                  "shape %s (channels x height x width), the input of the networks",
                  shape),
              advice(fitting.apply(found.get()), found.get(), shape));
    }
    ImageFormat format = ImageFormat.detect(field.dataType()).orElseThrow();
    return new ImageInput(
        field.name(),
        schema.fieldIndex(field.name()),
        new ImageDecoder(
            format, ValueRange.of(stage.getValueRange()), shape, stage.uid(), field.name()));
  }

  private static String otherNetworks(ImageShape found, ImageShape expected) {
    boolean channels = found.channels() != expected.channels();
    String made =
        channels && !sameSize(found, expected)
            ? "another number of channels and another size"
            : channels ? "another number of channels" : "another size";
    return String.format(Locale.ROOT, "networks made for %s fit", made);
  }

  private static boolean sameSize(ImageShape found, ImageShape expected) {
    return found.height() == expected.height() && found.width() == expected.width();
  }

  private static String advice(String fitting, ImageShape found, ImageShape expected) {
    List<String> steps = new ArrayList<>();
    List<String> options = new ArrayList<>();
    if (found.channels() != expected.channels()) {
      String mode = expected.channels() == 1 ? "grey" : "rgb";
      steps.add("colourMode '" + mode + "'");
      options.add("colourMode=" + mode);
    }
    if (!sameSize(found, expected)) {
      steps.add("imageSize");
      options.add("imageSize=" + expected.height());
    }
    return String.format(
        Locale.ROOT,
        "%s; ImagePreparation with %s helps (%s in --data).",
        fitting,
        String.join(" and ", steps),
        String.join(",", options));
  }

  /**
   * The field that the stage's {@code imageCol} names.
   *
   * @throws org.disentangle.error.InvalidInputException if the column is missing, has a type that
   *     holds no images, or says in its metadata that its numbers have another range than the
   *     stage's {@code valueRange}
   */
  public static <T extends StageParams<T>, S extends HasImageCol<T> & HasValueRange<T>>
      StructField field(S stage, StructType schema) {
    StructField field = anyRange(stage, schema);
    Optional<ValueRange> found = ImageColumns.rangeOf(field);
    if (found.isPresent() && !found.get().id().equals(stage.getValueRange())) {
      throw InputErrors.of(stage)
          .column(
              field.name(),
              String.format(Locale.ROOT, "images of value range '%s'", found.get().id()),
              String.format(
                  Locale.ROOT,
                  "value range '%s', as parameter valueRange says",
                  stage.getValueRange()),
              String.format(Locale.ROOT, "Set valueRange to '%s'.", found.get().id()));
    }
    return field;
  }

  /**
   * The field that the stage's {@code imageCol} names, whatever the range of its numbers; what its
   * metadata record can be read.
   */
  static StructField anyRange(HasImageCol<?> stage, StructType schema) {
    StructField field =
        new SchemaChecks(stage, schema)
            .input(
                stage.imageCol(),
                ColumnType.IMAGE,
                ColumnType.BINARY,
                ColumnType.FILE,
                ColumnType.FLOAT_ARRAY,
                ColumnType.VECTOR);
    try {
      ImageColumns.shapeOf(field);
      ImageColumns.rangeOf(field);
    } catch (RuntimeException e) { // a wrong type, a missing key, a number that is no size
      throw InputErrors.of(stage)
          .column(
              field.name(),
              "metadata " + field.metadata().json(),
              "no metadata, or such as ImageColumns.metadata makes");
    }
    return field;
  }

  /** The column, whatever characters its name has. */
  public Column column() {
    return ExactColumn.named(name);
  }
}
