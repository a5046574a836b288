// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import org.disentangle.file.Signature;

/** What a picture file says about itself before its pixels. */
sealed interface PictureHeader permits PngHeader, JpegHeader, PgmHeader {

  String EXPECTED = "the bytes of a grey or RGB file, PNG without palette and alpha, JPEG or PGM";

  /** The format's name, as {@code javax.imageio} knows it. */
  String kind();

  ImageShape shape();

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
   * Reads the header of a PNG, JPEG or PGM.
   *
   * @throws IllegalArgumentException if the bytes are none, or of a kind that is not read
   */
  static PictureHeader read(byte[] file, CellPlace place) {
    if (JpegHeader.begins(file)) {
      return JpegHeader.read(file, place);
    }
    if (PngHeader.begins(file)) {
      return PngHeader.read(file, place);
    }
    if (PgmHeader.begins(file)) {
      return PgmHeader.read(file, place);
    }
    throw place.refuse(
        Signature.describe(file, file.length, "that are neither PNG nor JPEG"),
        EXPECTED,
        file.length == 0
            ? "The file was not written to its end."
            : "Remove files of other kinds and damaged ones from the images.");
  }
}
