// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/** Tables given as one array a row. */
final class Rows {

  private Rows() {}

  /**
   * All values, row by row.
   *
   * @throws IllegalArgumentException for rows of different length
   */
  static double[] flat(String subject, double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw InvalidInputException.of(
            subject,
            String.format(Locale.ROOT, "%d values in row %d", rows[row].length, row),
            width + " values, as in row 0");
      }
      System.arraycopy(rows[row], 0, values, row * width, width);
    }
    return values;
  }
}
