package org.disentangle.image;

/** What a picture file says about itself before its pixels. */
sealed interface PictureHeader permits PngHeader, JpegHeader {

  String EXPECTED = "the bytes of a grey or RGB file, PNG without palette and alpha or JPEG";

  /** The format's name, as {@code javax.imageio} knows it. */
  String kind();

  ImageShape shape();

  /** The sample that means 1. */
  float fullScale();

  /**
   * Reads the header of a PNG or JPEG.
   *
   * @throws IllegalArgumentException if the bytes are neither, or of a kind that is not read
   */
  static PictureHeader read(byte[] file, CellPlace place) {
    if (JpegHeader.begins(file)) {
      return JpegHeader.read(file, place);
    }
    if (PngHeader.begins(file)) {
      return PngHeader.read(file, place);
    }
    throw place.refuse(FileKind.describe(file), EXPECTED, FileKind.maybe(file));
  }
}
