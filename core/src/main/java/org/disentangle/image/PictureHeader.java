// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Locale;
import org.disentangle.file.Signature;

/** What a picture file says about itself before its pixels. */
sealed interface PictureHeader permits PngHeader, JpegHeader, NetpbmHeader {

  String EXPECTED =
      "the bytes of a grey or RGB file, PNG without palette and alpha, JPEG, PGM or PPM";

  /** The format's name, as {@code javax.imageio} knows it. */
  String kind();

  /** Pixels per row, at least 1. */
  int width();

  /** Rows, at least 1. */
  int height();

  /** Samples per pixel: 1 or 3. */
  int channels();

  default ImageShape shape() {
    return new ImageShape(channels(), height(), width());
  }

  /**
   * The file without colour profiles, gamma and other remarks on its samples, so that what is read
   * are the samples as stored, as Python's usual readers give them.
   *
   * @param file the whole file with this header
   */
  byte[] plain(byte[] file);

  /** The sample that means 1. */
  float fullScale();

  /**
   * Reads the header of a PNG, JPEG, PGM or PPM.
   *
   * @throws IllegalArgumentException if the bytes are none, of a kind that is not read, or of sizes
   *     that no array can hold
   */
  static PictureHeader read(byte[] file, CellPlace place) {
    PictureHeader header = ofKind(file, place);
    if (!ImageShape.fitsAnArray(header.channels(), header.height(), header.width())) {
      throw place.refuse(
          String.format(
              Locale.ROOT,
              "a %s of width %d, height %d and %d channels",
              header.kind(),
              header.width(),
              header.height(),
              header.channels()),
          "at most " + Integer.MAX_VALUE + " values per image",
          "The file is damaged, or too large: cut it into parts.");
    }
    return header;
  }

  private static PictureHeader ofKind(byte[] file, CellPlace place) {
    if (JpegHeader.begins(file)) {
      return JpegHeader.read(file, place);
    }
    if (PngHeader.begins(file)) {
      return PngHeader.read(file, place);
    }
    if (NetpbmHeader.begins(file)) {
      return NetpbmHeader.read(file, place);
    }
    throw place.refuse(
        Signature.describe(file, file.length, "that are neither PNG nor JPEG"),
        EXPECTED,
        file.length == 0
            ? "The file was not written to its end."
            : "Remove files of other kinds and damaged ones from the images.");
  }
}
