// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.types.DataType;

/** The forms an image column may have. All of them hold 1 or 3 channels. */
public enum ImageFormat implements Identified {

  /**
   * Spark's own image struct: origin, height, width, nChannels, mode, data. Bytes row by row; three
   * channels interleaved as blue, green, red. Modes CV_8UC1 (0) and CV_8UC3 (16).
   */
  IMAGE("image", range -> new StructCells()),

  /**
   * The bytes of a file. PNG is written with 8 bits a channel, and read with up to 16, without
   * palette and alpha. JPEG, which loses detail, is read (grey or colour, not CMYK or YCCK) but
   * never written.
   */
  PNG("png", range -> new FileCells()),

  /** {@code array<float>} of values in a {@link ValueRange} in the order channel, row, column. */
  ARRAY("array", ArrayCells::new),

  /** A Spark ML vector of values in a {@link ValueRange} in the order channel, row, column. */
  VECTOR("vector", VectorCells::new);

  private final String id;
  private final Function<ValueRange, CellCodec> codecs;

  ImageFormat(String id, Function<ValueRange, CellCodec> codecs) {
    this.id = id;
    this.codecs = codecs;
  }

  /** The name used in options and params. */
  @Override
  public String id() {
    return id;
  }

  /** The type of a column written in this format. */
  public DataType dataType() {
    return codec(ValueRange.UNIT).dataType();
  }

  /** Whether a {@link ValueRange} says what the numbers of this format mean. */
  public boolean hasValueRange() {
    return this == ARRAY || this == VECTOR;
  }

  CellCodec codec(ValueRange range) {
    return codecs.apply(range);
  }

  /** All ids, for the validators of params. */
  public static String[] ids() {
    return Identified.ids(values());
  }

  /** The format with this id, if there is one. */
  public static Optional<ImageFormat> find(String id) {
    return Identified.find(values(), id);
  }

  /**
   * The format with this id.
   *
   * @throws IllegalArgumentException for any other id; the message lists the valid ones
   */
  public static ImageFormat of(String id) {
    return Identified.of("image format", values(), id);
  }

  /** The format of a column of this type, if it is one; nullability does not matter. */
  public static Optional<ImageFormat> detect(DataType type) {
    return Arrays.stream(values())
        .filter(format -> format.codec(ValueRange.UNIT).reads(type))
        .findFirst();
  }

  /**
   * Reads and writes the cells of one image format, in the form in which a Spark Row holds them.
   */
  sealed interface CellCodec permits StructCells, FileCells, ArrayCells, VectorCells {

    /** The type of a column written in this format. */
    DataType dataType();

    /** Whether a column of this type can be read in this format; nullability does not matter. */
    boolean reads(DataType type);

    /** Values in [0, 1], channel planes first, of a cell that has exactly the expected shape. */
    float[] decode(Object cell, ImageShape expected, CellPlace place);

    /** The same where every value is b / 255, as these bytes b; empty where it may not be. */
    default Optional<byte[]> decodeBytes(Object cell, ImageShape expected, CellPlace place) {
      return Optional.empty();
    }

    /** The shape a cell says it has; empty where the format does not carry it. */
    Optional<ImageShape> shapeOf(Object cell, CellPlace place);

    /**
     * A cell for the values from {@code from} on, as many as an image has, that are known to be in
     * [0, 1]; shares no array.
     */
    Object encode(float[] values, int from, ImageShape shape);
  }
}
