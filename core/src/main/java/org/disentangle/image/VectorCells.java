package org.disentangle.image;

import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;

/** Cells of Spark ML vectors, dense or sparse. */
final class VectorCells implements CellCodec {

  @Override
  public DataType dataType() {
    return SQLDataTypes.VectorType();
  }

  @Override
  public boolean reads(DataType type) {
    return type.equals(SQLDataTypes.VectorType());
  }

  @Override
  public float[] decode(Object cell, ImageShape expected, CellPlace place) {
    if (!(cell instanceof Vector vector)) {
      throw place.wrongCell(cell, "an ML vector of values in [0, 1]");
    }
    place.requireLength(vector.size(), expected);
    double[] values = vector.toArray();
    float[] planes = new float[values.length];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = (float) values[i];
    }
    UnitRange.requireInside(planes, expected, place);
    return planes;
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    return Optional.empty();
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    double[] cell = new double[shape.size()];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = values[from + i];
    }
    return Vectors.dense(cell);
  }
}
