package org.disentangle.image;

import java.nio.ByteBuffer;

/** The first chunk of a PNG file: what its samples mean. */
record PngHeader(int width, int height, int bitDepth, int colourType) {

  static final String EXPECTED = "a grey or RGB PNG without palette and alpha";

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int LENGTH = 26;
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException if the bytes are not a PNG, or one with palette or alpha
   */
  static PngHeader read(byte[] png, CellPlace place) {
    ByteBuffer bytes = ByteBuffer.wrap(png);
    if (png.length < LENGTH || bytes.getLong(0) != SIGNATURE || bytes.getInt(12) != IHDR) {
      throw place.refuse(
          png.length + " bytes that are no PNG",
          EXPECTED,
          "they are a JPEG, or raw pixels, or a damaged file");
    }
    PngHeader header =
        new PngHeader(bytes.getInt(16), bytes.getInt(20), bytes.get(24), bytes.get(25));
    if (header.colourType != GREY && header.colourType != RGB) {
      throw place.refuse(
          header.colourType == PALETTE ? "a palette PNG" : "a PNG with an alpha channel",
          EXPECTED,
          "the images should be converted to grey or RGB first; none is converted here");
    }
    if (header.width < 1 || header.height < 1) {
      throw place.refuse(
          "a PNG of width %d and height %d".formatted(header.width, header.height),
          EXPECTED,
          "the file is damaged");
    }
    return header;
  }

  ImageShape shape() {
    return new ImageShape(colourType == GREY ? 1 : 3, height, width);
  }

  /** The sample that means 1. */
  float fullScale() {
    return (1 << bitDepth) - 1;
  }
}
