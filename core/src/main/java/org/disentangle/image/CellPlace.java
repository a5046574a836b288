// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * Where an image cell stands, so that a refusal can name it.
 *
 * @param stage the stage or data source that reads or writes the cell
 * @param column the image column
 * @param file the file the image came from; empty if unknown
 */
record CellPlace(String stage, String column, String file) implements Serializable {

  CellPlace(String stage, String column) {
    this(stage, column, "");
  }

  /** The same place, with the file that the image came from; null and empty add nothing. */
  CellPlace of(String origin) {
    return origin == null || origin.isEmpty() ? this : new CellPlace(stage, column, origin);
  }

  InvalidInputException refuse(String found, String expected) {
    return refuse(found, expected, null);
  }

  InvalidInputException refuse(String found, String expected, String advice) {
    return InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "column \"%s\"%s holds %s; expected %s",
                column,
                file.isEmpty() ? "" : String.format(Locale.ROOT, ", file %s,", file),
                found,
                expected),
            advice)
        .in(stage);
  }

  InvalidInputException wrongCell(Object cell, String expected) {
    return cell == null
        ? refuse("null", expected, "Remove rows without an image first, such as with na().drop().")
        : refuse(
            "a " + cell.getClass().getSimpleName(),
            expected,
            "Set imageFormat to the format of the column.");
  }

  void requireShape(ImageShape found, ImageShape expected) {
    if (!found.equals(expected)) {
      String advice =
          found.channels() == expected.channels()
              ? "Bring the images to one size first, such as by ImagePreparation."
              : "Make all images grey or all colour first, such as by ImagePreparation.";
      throw refuse("an image of " + found, "images of " + expected, advice);
    }
  }

  void requireLength(int found, ImageShape expected) {
    if (found != expected.size()) {
      throw refuse(
          found == 1 ? "1 value" : found + " values",
          String.format(Locale.ROOT, "%d values (%s)", expected.size(), expected));
    }
  }
}
