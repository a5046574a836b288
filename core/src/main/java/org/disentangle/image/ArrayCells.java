package org.disentangle.image;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Cells of {@code array<float>}: a {@code float[]} or any sequence of Float. */
final class ArrayCells implements CellCodec {

  private static final String EXPECTED = "an array of floats in [0, 1]";

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
    float[] planes = floats(cell, expected, place);
    UnitRange.requireInside(planes, expected, place);
    return planes;
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    return Optional.empty();
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    return Arrays.copyOfRange(values, from, from + shape.size());
  }

  private static float[] floats(Object cell, ImageShape expected, CellPlace place) {
    if (cell instanceof float[] array) {
      place.requireLength(array.length, expected);
      return array.clone();
    }
    if (cell instanceof List<?> list) {
      place.requireLength(list.size(), expected);
      Iterator<?> values = list.iterator();
      float[] planes = new float[expected.size()];
      for (int i = 0; i < planes.length; i++) {
        planes[i] = number(values.next(), i, place);
      }
      return planes;
    }
    if (cell instanceof scala.collection.Seq<?> sequence) {
      place.requireLength(sequence.length(), expected);
      scala.collection.Iterator<?> values = sequence.iterator();
      float[] planes = new float[expected.size()];
      for (int i = 0; i < planes.length; i++) {
        planes[i] = number(values.next(), i, place);
      }
      return planes;
    }
    throw place.wrongCell(cell, EXPECTED);
  }

  private static float number(Object value, int index, CellPlace place) {
    if (!(value instanceof Float number)) {
      throw place.refuse(
          "%s as value %d".formatted(value, index), EXPECTED, "a pixel is missing in that image");
    }
    return number;
  }
}
