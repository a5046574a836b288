// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Optional;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ValueRange;
import org.disentangle.stage.SchemaChecks;

/** The column of images that a stage appends. */
record PreparedColumn(PreparedImageParams<?> stage) {

  /**
   * The schema with the column.
   *
   * @param shape the shape of every image, if known
   * @throws org.disentangle.error.InvalidInputException if the column exists already
   */
  StructType addTo(StructType schema, Optional<ImageShape> shape) {
    String name = new SchemaChecks(stage, schema).output(stage.preparedCol());
    return schema.add(
        shape
            .map(known -> ImageColumns.field(name, format(), range(), known))
            .orElseGet(() -> new StructField(name, format().dataType(), false, Metadata.empty())));
  }

  ImageEncoder encoder(ImageShape shape) {
    return new ImageEncoder(format(), range(), shape, stage.uid(), stage.getPreparedCol());
  }

  private ImageFormat format() {
    return ImageFormat.of(stage.getImageFormat());
  }

  private ValueRange range() {
    return ValueRange.of(stage.getValueRange());
  }
}
