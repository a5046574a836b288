// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.Arrays;
import org.disentangle.image.ImageFormat.CellCodec;

/**
 * Turns what the networks produce into the cells of an image column. The inverse of {@link
 * ImageDecoder}: images whose values are multiples of 1/255 come back exactly in every format.
 */
public final class ImageEncoder implements Serializable {

  private final ImageFormat format;
  private final ValueRange range;
  private final ImageShape shape;
  private final CellPlace place;

  /** An encoder that writes values in [0, 1]; see the other constructor. */
  public ImageEncoder(ImageFormat format, ImageShape shape, String stage, String column) {
    this(format, ValueRange.UNIT, shape, stage, column);
  }

  /**
   * @param format the format of the column
   * @param range what the numbers of arrays and vectors mean; no effect on the other formats
   * @param shape the shape of every image
   * @param stage the stage that writes the column, for messages
   * @param column the name of the column, for messages
   */
  public ImageEncoder(
      ImageFormat format, ValueRange range, ImageShape shape, String stage, String column) {
    this.format = format;
    this.range = range;
    this.shape = shape;
    this.place = new CellPlace(stage, column);
  }

  /**
   * The cell for an image.
   *
   * <p>Values up to 1e-4 outside [0, 1] are float rounding and become 0 or 1. The formats {@code
   * image} and {@code png} store the nearest byte of 255 times the value, halves to even; {@code
   * array} and {@code vector} store the value itself, in the encoder's {@link ValueRange}.
   *
   * @param planes channels x height x width values in [0, 1], channel planes first, colour planes
   *     in the order red, green, blue; not changed
   * @return a Row, {@code byte[]}, {@code float[]} or ML vector, as a Spark Row takes it
   * @throws IllegalArgumentException for another number of values, NaN, or a value further outside
   */
  public Object encode(float[] planes) {
    place.requireLength(planes.length, shape);
    return encode(planes, 0);
  }

  /**
   * The cell for one of several images that lie one after the other.
   *
   * @param values as {@link #encode(float[])} takes them
   * @param from where the image begins
   */
  public Object encode(float[] values, int from) {
    CellCodec codec = format.codec(range);
    return RangeRules.areInside(values, from, shape.size())
        ? codec.encode(values, from, shape)
        : codec.encode(inside(values, from), 0, shape);
  }

  /** Writes the bytes that a struct of format {@code image} holds into {@code data}. */
  void encodeBytes(float[] values, int from, byte[] data) {
    if (RangeRules.areInside(values, from, shape.size())) {
      StructCells.fill(data, values, from, shape.channels());
    } else {
      StructCells.fill(data, inside(values, from), 0, shape.channels());
    }
  }

  private float[] inside(float[] values, int from) {
    float[] planes = Arrays.copyOfRange(values, from, from + shape.size());
    return RangeRules.clamped(planes, shape, place);
  }

  ImageFormat format() {
    return format;
  }

  ImageShape shape() {
    return shape;
  }
}
