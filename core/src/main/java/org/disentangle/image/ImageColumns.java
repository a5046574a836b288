// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * What image columns and their cells say about themselves.
 *
 * <p>Spark's own image structs are taken as they are, but Spark's reader {@code
 * spark.read().format("image")} fills them with other pixels than a file has: of 16 bits of grey it
 * keeps the lower 8, CMYK JPEGs come out in pale colours, 1-bit files have 3 channels, JPEGs that
 * are cut off are filled with grey, and ICC profiles of JPEGs are applied. Read files with {@code
 * spark.read().format("imagefolder")} or {@code "binaryFile"} instead, whose bytes are decoded
 * here.
 *
 * <p>Columns record the shape of their images in their metadata, so that formats that carry no
 * shape ({@code array}, {@code vector}) can be read without asking for it, and the {@link
 * ValueRange} of their numbers. Parquet keeps the metadata.
 */
public final class ImageColumns {

  static final String BYTES = "bytes";

  private static final String PATH = "path";
  private static final Set<String> FILE_STRUCTS =
      Set.of("struct<bytes:binary,path:string>", "struct<path:string,bytes:binary>");
  private static final String KEY = "disentangle.image";
  private static final String CHANNELS = "channels";
  private static final String HEIGHT = "height";
  private static final String WIDTH = "width";
  private static final String RANGE = "valueRange";

  private ImageColumns() {}

  /**
   * Whether a type is that of files as structs of their {@code bytes} and {@code path}, the layout
   * of images in the Parquet files of Hugging Face's data sets.
   */
  public static boolean isFileStruct(DataType type) {
    return FILE_STRUCTS.contains(type.catalogString());
  }

  /**
   * The file that a cell of an image column says it comes from, as image structs and structs of
   * files do; empty where it says nothing.
   *
   * @param cell as a Spark Row gives it
   */
  public static String origin(Object cell) {
    if (!(cell instanceof Row struct)) {
      return "";
    }
    Object origin =
        struct.schema() != null && isFileStruct(struct.schema())
            ? struct.getAs(PATH)
            : struct.get(0);
    return origin == null ? "" : origin.toString();
  }

  /** A column without nulls whose images all have this format and shape, in [0, 1]. */
  public static StructField field(String name, ImageFormat format, ImageShape shape) {
    return field(name, format, ValueRange.UNIT, shape);
  }

  /** A column without nulls whose images all have this format, range and shape. */
  public static StructField field(
      String name, ImageFormat format, ValueRange range, ImageShape shape) {
    return new StructField(
        name,
        format.dataType(),
        false,
        metadata(shape, format.hasValueRange() ? range : ValueRange.UNIT));
  }

  /** Column metadata that records this shape and values in [0, 1]. */
  public static Metadata metadata(ImageShape shape) {
    return metadata(shape, ValueRange.UNIT);
  }

  private static Metadata metadata(ImageShape shape, ValueRange range) {
    MetadataBuilder image =
        new MetadataBuilder()
            .putLong(CHANNELS, shape.channels())
            .putLong(HEIGHT, shape.height())
            .putLong(WIDTH, shape.width());
    if (range != ValueRange.UNIT) {
      image.putString(RANGE, range.id());
    }
    return new MetadataBuilder().putMetadata(KEY, image.build()).build();
  }

  /** The shape that a column's metadata records; empty if absent. */
  public static Optional<ImageShape> shapeOf(StructField field) {
    if (!field.metadata().contains(KEY)) {
      return Optional.empty();
    }
    Metadata sizes = field.metadata().getMetadata(KEY);
    return Optional.of(
        new ImageShape(
            Math.toIntExact(sizes.getLong(CHANNELS)),
            Math.toIntExact(sizes.getLong(HEIGHT)),
            Math.toIntExact(sizes.getLong(WIDTH))));
  }

  /**
   * The range that the metadata of a column of arrays or vectors records; empty if absent or the
   * column's type has none.
   */
  public static Optional<ValueRange> rangeOf(StructField field) {
    boolean ranged =
        ImageFormat.detect(field.dataType()).filter(ImageFormat::hasValueRange).isPresent();
    if (!ranged || !field.metadata().contains(KEY)) {
      return Optional.empty();
    }
    Metadata image = field.metadata().getMetadata(KEY);
    return Optional.of(
        image.contains(RANGE) ? ValueRange.of(image.getString(RANGE)) : ValueRange.UNIT);
  }
}
