// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageShape;
import org.disentangle.stage.InputErrors;

/**
 * Reads images from columns of numbers.
 *
 * @param column name of the column
 * @param index its position
 * @param interleaved whether the channels of a pixel lie together
 * @param scale the number that means 1
 */
record ArrayPixels(
    InputErrors errors,
    String column,
    int index,
    ImageShape shape,
    boolean interleaved,
    double scale)
    implements Serializable {

  private static final double BYTE_SCALE = 255;

  /**
   * @return values in [0, 1], channel planes first
   */
  float[] planes(Row row) {
    Iterator<? extends Number> numbers = numbers(row);
    float[] planes = new float[shape.size()];
    boolean fractions = false;
    boolean aboveOne = false;
    int plane = shape.height() * shape.width();
    for (int i = 0; i < planes.length; i++) {
      int at = interleaved ? i % shape.channels() * plane + i / shape.channels() : i;
      double value = value(numbers.next(), i);
      fractions |= value != Math.rint(value);
      aboveOne |= value > 1;
      planes[at] = (float) (value / scale);
    }
    if (fractions && !aboveOne && scale >= BYTE_SCALE) {
      throw errors.column(
          column,
          "an image of fractions from 0 to 1, which would be black",
          expected(),
          "If 1 means white, set arrayScale to 1.");
    }
    return planes;
  }

  private Iterator<? extends Number> numbers(Row row) {
    Object cell = row.get(index);
    if (cell == null) {
      throw errors.column(column, "null", expected(), "Filter out rows without an image first.");
    }
    if (cell instanceof byte[] bytes) {
      requireLength(bytes.length);
      return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).iterator();
    }
    if (cell instanceof Vector vector) {
      requireLength(vector.size());
      PrimitiveIterator.OfDouble values = DoubleStream.of(vector.toArray()).iterator();
      return values;
    }
    requireLength(row.<Number>getList(index).size());
    return row.<Number>getList(index).iterator();
  }

  private void requireLength(int found) {
    if (found != shape.size()) {
      throw errors.column(
          column,
          found == 1 ? "1 value" : found + " values",
          expected(),
          "Set channels, height and width to those of the images.");
    }
  }

  /** A signed byte stands for the unsigned one with the same bits. */
  private double value(Number number, int position) {
    double value =
        number == null
            ? Double.NaN
            : number instanceof Byte bits ? Byte.toUnsignedInt(bits) : number.doubleValue();
    if (!(value >= 0 && value <= scale)) {
      throw errors.column(
          column,
          String.format(Locale.ROOT, "%s as value %d", number, position),
          expected(),
          value > scale ? "Raise arrayScale." : "Shift values in [-1, 1] first.");
    }
    return value;
  }

  private String expected() {
    return String.format(Locale.ROOT, "%d values (%s) from 0 to %s", shape.size(), shape, scale);
  }
}
