// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructField;
import org.disentangle.data.FactorColumns;

/**
 * The labels of images.
 *
 * @param bytes one label from 0 to 255 per image
 */
record IdxLabels(byte[] bytes) implements Serializable {

  static final String COLUMN = "label";

  private static final int MOST = 255;

  /** Reads a file of labels for this number of images. */
  static IdxLabels read(IdxFile file, int images) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] sizes = file.examine(bytes);
    if (sizes[0] != images) {
      throw file.file()
          .refuse(
              String.format(Locale.ROOT, "%d labels", sizes[0]),
              String.format(Locale.ROOT, "one for each of the %d images", images),
              "Take the labels of the same split.",
              null);
    }
    boolean plain = file.kind() == IdxKind.LABELS;
    return new IdxLabels(plain ? bytes.toByteArray() : first(file, sizes[1], bytes.toByteArray()));
  }

  /** The first of the numbers of each image, as bytes. */
  private static byte[] first(IdxFile file, int numbers, byte[] stored) {
    if (numbers != IdxKind.QMNIST_NUMBERS) {
      throw file.file()
          .refuse(
              numbers + " numbers per image",
              IdxKind.QMNIST_NUMBERS + ", of which the first is the label, as in QMNIST",
              null);
    }
    IntBuffer ints = ByteBuffer.wrap(stored).asIntBuffer();
    byte[] labels = new byte[ints.capacity() / numbers];
    for (int image = 0; image < labels.length; image++) {
      int label = ints.get(image * numbers);
      if (label < 0 || label > MOST) {
        throw file.file().refuse("the label " + label + " of image " + image, "0 to " + MOST, null);
      }
      labels[image] = (byte) label;
    }
    return labels;
  }

  int label(int image) {
    return bytes[image] & MOST;
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
