// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.disentangle.error.Counted;
import org.disentangle.file.Place;
import org.disentangle.image.AnyShapeDecoder;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageGrid;
import org.disentangle.image.ImageShape;
import org.disentangle.image.PlanarImage;
import org.disentangle.image.ValueRange;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * The first images of a data set.
 *
 * @param field of their column
 * @param images at least one
 */
public record FirstImages(StructField field, List<PlanarImage> images) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");
  private static final String IMAGE = "image";
  private static final int IN_A_ROW = 10;

  /**
   * Reads them from the column {@code image}.
   *
   * @param most at most this many, at least 1
   * @throws org.disentangle.error.InvalidInputException if the column holds no images, or one
   *     cannot be decoded, or there is no row
   */
  public static FirstImages of(Dataset<Row> rows, int most) {
    StructField field = rows.schema().apply(IMAGE);
    ImageFormat format =
        ImageFormat.detect(field.dataType())
            .orElseThrow(
                () ->
                    ERRORS.column(
                        IMAGE, "type " + field.dataType().catalogString(), "a column of images"));
    if (format.hasValueRange() && ImageColumns.shapeOf(field).isEmpty()) {
      throw ERRORS.column(
          IMAGE, "numbers whose metadata have no shape", "images with rows, columns and channels");
    }
    AnyShapeDecoder decoder =
        new AnyShapeDecoder(
            format,
            ImageColumns.rangeOf(field).orElse(ValueRange.UNIT),
            ImageColumns.shapeOf(field).orElse(null),
            "disentangle",
            IMAGE);
    List<PlanarImage> images =
        rows.select(ExactColumn.named(IMAGE)).takeAsList(most).stream()
            .map(row -> decoder.decode(row.get(0), ImageColumns.origin(row.get(0))))
            .toList();
    if (images.isEmpty()) {
      throw ERRORS.rows("none", "a data set with at least one image");
    }
    return new FirstImages(field, images);
  }

  /** What the column holds, as lines of text. */
  public List<String> describe() {
    Set<String> shapes = new TreeSet<>();
    float least = 1;
    float most = 0;
    double sum = 0;
    long count = 0;
    for (PlanarImage image : images) {
      shapes.add(image.shape().toString());
      for (float value : image.values()) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
        count++;
      }
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%s  %s, %s (channels x rows x columns)",
            IMAGE,
            ImageFormat.detect(field.dataType()).orElseThrow().id(),
            String.join(", ", shapes)),
        String.format(
            Locale.ROOT,
            "  pixels of the first %s: %.4f to %.4f, mean %.4f",
            Counted.of(images.size(), IMAGE),
            least,
            most,
            sum / count));
  }

  /**
   * Writes them as one picture, ten in a row; places that are left in the last row are empty.
   *
   * @throws org.disentangle.error.InvalidInputException if they differ in shape
   */
  public void write(Place file, boolean overwrite) throws IOException {
    ImageShape shape = images.get(0).shape();
    for (PlanarImage image : images) {
      if (!image.shape().equals(shape)) {
        throw ERRORS.column(
            IMAGE,
            "images of " + shape + " and " + image.shape(),
            "images of one shape for a contact sheet",
            "Bring them to one with imageSize and colourMode.");
      }
    }
    int columns = Math.min(IN_A_ROW, images.size());
    ImageGrid.inRows(shape, images.stream().map(PlanarImage::values).toList(), columns)
        .write(file, overwrite);
  }
}
