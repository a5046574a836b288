// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

/** What the beginning of a picture file says about the whole. */
public final class PictureSize {

  private PictureSize() {}

  /**
   * Whether more than these bytes is needed to know the sizes of a PGM or PPM, as where a long
   * comment stands in its header.
   */
  public static boolean isCutNetpbm(byte[] begin) {
    return NetpbmHeader.begins(begin) && !NetpbmHeader.isWhole(begin);
  }

  /**
   * The shape that the header of a PNG, JPEG, PGM or PPM gives.
   *
   * @param begin the first bytes of the file; of a JPEG all of them, as its sizes may come late
   * @param length bytes of the whole file
   * @param source for messages
   * @param column for messages
   * @param path of the file, for messages
   * @throws org.disentangle.error.InvalidInputException if it is no such file, or a PGM or PPM
   *     shorter than its header says
   */
  public static ImageShape of(
      byte[] begin, long length, String source, String column, String path) {
    CellPlace place = new CellPlace(source, column, path);
    PictureHeader header = PictureHeader.read(begin, place);
    if (header instanceof NetpbmHeader netpbm && netpbm.fileBytes() > length) {
      throw place.refuse(
          "a " + header.kind() + " of " + length + " bytes",
          "at least the " + netpbm.fileBytes() + " bytes of its sizes",
          "The file is cut off or damaged.");
    }
    return header.shape();
  }
}
