// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructField;
import org.disentangle.data.FactorColumns;

/**
 * The labels of images, one byte each.
 *
 * @param bytes one label from 0 to 255 per image
 */
record IdxLabels(byte[] bytes) implements Serializable {

  static final String COLUMN = "label";

  /** Reads a file of labels for this number of images. */
  static IdxLabels read(IdxFile file, int images) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int count = file.examine(bytes)[0];
    if (count != images) {
      throw file.file()
          .refuse(
              String.format(Locale.ROOT, "%d labels", count),
              String.format(Locale.ROOT, "one for each of the %d images", images),
              "Take the labels of the same split.",
              null);
    }
    return new IdxLabels(bytes.toByteArray());
  }

  int label(int image) {
    return bytes[image] & 0xff;
  }

  /** An int column; the labels from 0 to the largest are the values of a nominal attribute. */
  StructField field() {
    int largest = 0;
    for (int image = 0; image < bytes.length; image++) {
      largest = Math.max(largest, label(image));
    }
    return FactorColumns.nominal(COLUMN, largest + 1, List.of());
  }
}
