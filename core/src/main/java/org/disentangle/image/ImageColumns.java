package org.disentangle.image;

import java.util.Optional;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * Image columns that tell the shape of their images in the metadata of the column, so that formats
 * that carry no shape ({@code array}, {@code vector}) can be read without asking for it. Parquet
 * keeps the metadata.
 */
public final class ImageColumns {

  private static final String KEY = "disentangle.image";
  private static final String CHANNELS = "channels";
  private static final String HEIGHT = "height";
  private static final String WIDTH = "width";

  private ImageColumns() {}

  /** A column without nulls whose images all have this format and shape. */
  public static StructField field(String name, ImageFormat format, ImageShape shape) {
    return new StructField(name, format.dataType(), false, metadata(shape));
  }

  /** Column metadata that tells this shape. */
  public static Metadata metadata(ImageShape shape) {
    Metadata sizes =
        new MetadataBuilder()
            .putLong(CHANNELS, shape.channels())
            .putLong(HEIGHT, shape.height())
            .putLong(WIDTH, shape.width())
            .build();
    return new MetadataBuilder().putMetadata(KEY, sizes).build();
  }

  /** The shape that a column's metadata tells; empty where they tell none. */
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
}
