// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.disentangle.image.ImageFormat.CellCodec;
import scala.collection.JavaConverters;

/**
 * Cells of {@code array<float>}: a {@code float[]} or any sequence of Float.
 *
 * @param range what the numbers mean
 */
record ArrayCells(ValueRange range) implements CellCodec {

  @Override
  public DataType dataType() {
    return DataTypes.createArrayType(DataTypes.FloatType, false);
  }

  @Override
  public boolean reads(DataType type) {
    return type instanceof ArrayType array && array.elementType().equals(DataTypes.FloatType);
  }

  @Override
  public float[] decode(Object cell, ImageShape expected, CellPlace place) {
    return RangeRules.decoded(floats(cell, expected, place), range, expected, place);
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    return Optional.empty();
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    float[] cell = Arrays.copyOfRange(values, from, from + shape.size());
    if (range != ValueRange.UNIT) {
      for (int i = 0; i < cell.length; i++) {
        cell[i] = (float) range.fromUnit(cell[i]);
      }
    }
    return cell;
  }

  private double[] floats(Object cell, ImageShape expected, CellPlace place) {
    if (cell instanceof float[] array) {
      place.requireLength(array.length, expected);
      double[] values = new double[array.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = array[i];
      }
      return values;
    }
    if (cell instanceof List<?> list) {
      return floats(list.size(), list.iterator(), expected, place);
    }
    if (cell instanceof scala.collection.Seq<?> sequence) {
      Iterator<?> values = JavaConverters.asJavaIterator(sequence.iterator());
      return floats(sequence.length(), values, expected, place);
    }
    throw place.wrongCell(cell, expected());
  }

  private double[] floats(int length, Iterator<?> values, ImageShape expected, CellPlace place) {
    place.requireLength(length, expected);
    double[] floats = new double[length];
    for (int i = 0; i < length; i++) {
      Object value = values.next();
      if (!(value instanceof Float number)) {
        throw place.refuse(String.format(Locale.ROOT, "%s as value %d", value, i), expected());
      }
      floats[i] = number;
    }
    return floats;
  }

  private String expected() {
    return "an array of floats in " + range.interval();
  }
}
