// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * The frame header of a JPEG file.
 *
 * @param components samples a pixel
 */
record JpegHeader(int width, int height, int components) implements PictureHeader {

  private static final int MARKER = 0xFF;
  private static final int YCCK = 2;

  /** Whether the bytes begin as a JPEG does. */
  static boolean begins(byte[] file) {
    return file.length > 2
        && (file[0] & 0xFF) == MARKER
        && (file[1] & 0xFF) == 0xD8
        && (file[2] & 0xFF) == MARKER;
  }

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException if the file ends before its frame header, or the frame is not
   *     grey or colour of 8 bits
   */
  static JpegHeader read(byte[] jpeg, CellPlace place) {
    JpegSegments segments = JpegSegments.of(jpeg);
    if (segments.frame().isPresent()) {
      boolean ycck =
          segments
              .adobe()
              .filter(adobe -> jpeg[adobe.begin() + JpegSegments.ADOBE_TRANSFORM] == YCCK)
              .isPresent();
      return frame(ByteBuffer.wrap(jpeg).position(segments.frame().get().begin()), ycck, place);
    }
    throw place.refuse(
        String.format(Locale.ROOT, "%d bytes of a JPEG without its frame header", jpeg.length),
        EXPECTED,
        "The file is cut off or damaged.");
  }

  private static JpegHeader frame(ByteBuffer bytes, boolean ycck, CellPlace place) {
    int precision = bytes.get() & 0xFF;
    int height = bytes.getShort() & 0xFFFF;
    int width = bytes.getShort() & 0xFFFF;
    int components = bytes.get() & 0xFF;
    if (precision != 8 || width == 0 || height == 0) {
      throw place.refuse(
          String.format(
              Locale.ROOT, "a JPEG of %d bits, width %d and height %d", precision, width, height),
          EXPECTED,
          "The file is damaged, or a medical or scientific JPEG.");
    }
    if (components != 1 && components != 3) {
      throw place.refuse(
          components == 4
              ? String.format(Locale.ROOT, "a %s JPEG", ycck ? "YCCK" : "CMYK")
              : String.format(Locale.ROOT, "a JPEG of %d components", components),
          EXPECTED,
          "The file was made for print; convert it to RGB first.");
    }
    return new JpegHeader(width, height, components);
  }

  @Override
  public String kind() {
    return "JPEG";
  }

  @Override
  public byte[] plain(byte[] file) {
    return JpegSegments.of(file).plain();
  }

  @Override
  public int channels() {
    return components;
  }

  @Override
  public float fullScale() {
    return 255f;
  }
}
