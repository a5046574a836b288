// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import java.util.Locale;

/** The first chunk of a PNG file: what its samples mean. */
record PngHeader(int width, int height, int bitDepth, int colourType) implements PictureHeader {

  static final long SIGNATURE = 0x89504E470D0A1A0AL;
  static final int IHDR = 0x49484452;
  private static final int LENGTH = 26;
  static final int GREY = 0;
  static final int RGB = 2;
  private static final int PALETTE = 3;

  /** Whether the bytes begin as a PNG does. */
  static boolean begins(byte[] file) {
    return file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
  }

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException if the file ends within it, or has palette or alpha
   */
  static PngHeader read(byte[] png, CellPlace place) {
    ByteBuffer bytes = ByteBuffer.wrap(png);
    if (png.length < LENGTH || bytes.getInt(12) != IHDR) {
      throw place.refuse(
          String.format(Locale.ROOT, "%d bytes of a PNG without its header", png.length),
          EXPECTED,
          "The file is cut off or damaged.");
    }
    PngHeader header =
        new PngHeader(bytes.getInt(16), bytes.getInt(20), bytes.get(24), bytes.get(25));
    if (header.colourType != GREY && header.colourType != RGB) {
      throw place.refuse(
          header.colourType == PALETTE ? "a palette PNG" : "a PNG with an alpha channel",
          EXPECTED,
          "Convert the images to grey or RGB first.");
    }
    if (header.width < 1 || header.height < 1) {
      throw place.refuse(
          String.format(
              Locale.ROOT, "a PNG of width %d and height %d", header.width, header.height),
          EXPECTED,
          "The file is damaged.");
    }
    return header;
  }

  @Override
  public String kind() {
    return "PNG";
  }

  @Override
  public byte[] plain(byte[] file) {
    return PngChunks.of(file).plain();
  }

  @Override
  public int channels() {
    return colourType == GREY ? 1 : 3;
  }

  @Override
  public float fullScale() {
    return (1 << bitDepth) - 1;
  }
}
