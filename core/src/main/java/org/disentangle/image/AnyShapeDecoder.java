// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import org.disentangle.image.ImageFormat.CellCodec;

/**
 * Reads images of any shape from an image column, where {@link ImageDecoder} reads those of one.
 */
public final class AnyShapeDecoder implements Serializable {

  private final ImageFormat format;
  private final ValueRange range;
  private final ImageShape declared;
  private final CellPlace place;
  private final boolean upright;

  /**
   * @param format the format of the column
   * @param range what the numbers of arrays and vectors mean; no effect on the other formats
   * @param declared the shape of images whose cells do not carry one; may be null for the formats
   *     {@code image} and {@code png}
   * @param stage the stage that reads the column, for messages
   * @param column the name of the column, for messages
   */
  public AnyShapeDecoder(
      ImageFormat format, ValueRange range, ImageShape declared, String stage, String column) {
    this(format, range, declared, stage, column, false);
  }

  /**
   * As the other constructor.
   *
   * @param upright whether pictures are turned as the Exif data of their files say; other formats
   *     than {@code png} say nothing
   */
  public AnyShapeDecoder(
      ImageFormat format,
      ValueRange range,
      ImageShape declared,
      String stage,
      String column,
      boolean upright) {
    this.upright = upright;
    this.format = format;
    this.range = range;
    this.declared = declared;
    this.place = new CellPlace(stage, column);
  }

  /**
   * The image in a cell.
   *
   * @param cell the value of the column as a Spark Row gives it
   * @param file the file it came from, for messages; null or empty if unknown
   * @throws IllegalArgumentException if the cell is null, of another type, or no image of 1 or 3
   *     channels that can be decoded; the message names the file
   */
  public PlanarImage decode(Object cell, String file) {
    CellPlace named = place.of(file);
    CellCodec codec = format.codec(range);
    ImageShape shape = codec.shapeOf(cell, named).orElse(declared);
    PlanarImage stored = new PlanarImage(shape, codec.decode(cell, shape, named));
    return upright && format == ImageFormat.PNG
        ? Orientation.of(FileCells.bytes(cell, named)).upright(stored)
        : stored;
  }
}
