package org.disentangle.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;

/** The forms an image column may have. All of them hold 1 or 3 channels. */
public enum ImageFormat {

  /**
   * Spark's own image struct: origin, height, width, nChannels, mode, data. Bytes row by row; three
   * channels interleaved as blue, green, red. Modes CV_8UC1 (0) and CV_8UC3 (16).
   */
  IMAGE("image", new StructCells()),

  /** The bytes of a PNG file. Written with 8 bits a channel; read with up to 16, without alpha. */
  PNG("png", new PngCells()),

  /** {@code array<float>} of values in [0, 1] in the order channel, row, column. */
  ARRAY("array", new ArrayCells()),

  /** A Spark ML vector of values in [0, 1] in the order channel, row, column. */
  VECTOR("vector", new VectorCells());

  private final String id;
  private final CellCodec codec;

  ImageFormat(String id, CellCodec codec) {
    this.id = id;
    this.codec = codec;
  }

  /** The name used in options and params. */
  public String id() {
    return id;
  }

  /** The type of a column written in this format. */
  public DataType dataType() {
    return codec.dataType();
  }

  CellCodec codec() {
    return codec;
  }

  /** All ids, for the validators of params. */
  public static String[] ids() {
    return Arrays.stream(values()).map(ImageFormat::id).toArray(String[]::new);
  }

  /** The format with this id, if there is one. */
  public static Optional<ImageFormat> find(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  /**
   * The format with this id.
   *
   * @throws IllegalArgumentException for any other id; the message lists the valid ones
   */
  public static ImageFormat of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown image format \"%s\"; expected one of %s.%nMaybe it is misspelt; ids are in lower case."
                        .formatted(id, Arrays.stream(ids()).collect(Collectors.joining(", ")))));
  }

  /** The format of a column of this type, if it is one; nullability does not matter. */
  public static Optional<ImageFormat> detect(DataType type) {
    return Arrays.stream(values()).filter(format -> format.codec.reads(type)).findFirst();
  }
}
