// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.Optional;

/**
 * Turns the cells of an image column into what the networks read.
 *
 * <pre>{@code
 * ImageDecoder decoder = new ImageDecoder(ImageFormat.PNG, new ImageShape(1, 64, 64), uid, "image");
 * float[] planes = decoder.decode(row.get(row.fieldIndex("image")));
 * }</pre>
 *
 * <p>Serializable, so that it can be used on executors. It never resizes, converts or repairs.
 */
public final class ImageDecoder implements Serializable {

  private final ImageFormat format;
  private final ValueRange range;
  private final ImageShape expected;
  private final CellPlace place;

  /** A decoder of values in [0, 1]; see the other constructor. */
  public ImageDecoder(ImageFormat format, ImageShape expected, String stage, String column) {
    this(format, ValueRange.UNIT, expected, stage, column);
  }

  /**
   * @param format the format of the column
   * @param range what the numbers of arrays and vectors mean; no effect on the other formats
   * @param expected the shape every image must have
   * @param stage the stage that reads the column, for messages
   * @param column the name of the column, for messages
   */
  public ImageDecoder(
      ImageFormat format, ValueRange range, ImageShape expected, String stage, String column) {
    this.format = format;
    this.range = range;
    this.expected = expected;
    this.place = new CellPlace(stage, column);
  }

  /**
   * The image in a cell.
   *
   * @param cell the value of the column as a Spark Row gives it
   * @return channels x height x width values in [0, 1], channel planes first, colour planes in the
   *     order red, green, blue; a byte b becomes b / 255; the caller may change the array
   * @throws IllegalArgumentException if the cell is null or of another type, has another size or
   *     number of channels, holds a null, NaN or value outside the range, or cannot be decoded; the
   *     message names the stage, the column, what was found and what was expected
   */
  public float[] decode(Object cell) {
    return format.codec(range).decode(cell, expected, place);
  }

  /**
   * The image in a cell as bytes, for formats that hold bytes: less work than {@link #decode}.
   *
   * @return channel planes as there, a byte b for the value b / 255; not to be changed. Empty for
   *     arrays, vectors and pictures of more than eight bits a channel
   * @throws IllegalArgumentException as {@link #decode}
   */
  public Optional<byte[]> decodeBytes(Object cell) {
    return format.codec(range).decodeBytes(cell, expected, place);
  }

  /**
   * The shape that a cell says it has, without decoding its pixels.
   *
   * @return empty for the formats {@code array} and {@code vector}, which do not carry a shape
   * @throws IllegalArgumentException if the cell is null, of another type, or no image of 1 or 3
   *     channels
   */
  public static Optional<ImageShape> shapeOf(
      ImageFormat format, Object cell, String stage, String column) {
    return format.codec(ValueRange.UNIT).shapeOf(cell, new CellPlace(stage, column));
  }
}
