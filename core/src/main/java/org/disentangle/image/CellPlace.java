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

  InvalidInputException refuse(String found, String expected, String advice) {
    return InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "column \"%s\"%s holds %s; expected %s",
                column,
                file.isEmpty() ? "" : String.format(Locale.ROOT, ", file %s,", file),
                found,
                expected),
            advice + ".")
        .in(stage);
  }

  InvalidInputException wrongCell(Object cell, String expected) {
    return cell == null
        ? refuse(
            "null",
            expected,
            "rows without an image should be removed first, e.g. with na().drop()")
        : refuse(
            "a " + cell.getClass().getSimpleName(),
            expected,
            "the column has another image format than the one asked for");
  }

  void requireShape(ImageShape found, ImageShape expected) {
    if (!found.equals(expected)) {
      String maybe =
          found.channels() == expected.channels()
              ? "the images should be brought to one size first, e.g. by ImagePreparation; none is resized here"
              : "the images should all be grey or all be colour, e.g. by ImagePreparation; none is converted here";
      throw refuse("an image of " + found, "images of " + expected, maybe);
    }
  }

  void requireLength(int found, ImageShape expected) {
    if (found != expected.size()) {
      throw refuse(
          found + " values",
          String.format(Locale.ROOT, "%d values (%s)", expected.size(), expected),
          "the images have another size or number of channels");
    }
  }
}
