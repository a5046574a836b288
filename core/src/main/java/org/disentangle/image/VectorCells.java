// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;
import org.disentangle.image.ImageFormat.CellCodec;

/**
 * Cells of Spark ML vectors, dense or sparse.
 *
 * @param range what the numbers mean
 */
record VectorCells(ValueRange range) implements CellCodec {

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
      throw place.wrongCell(cell, "an ML vector of values in " + range.interval());
    }
    place.requireLength(vector.size(), expected);
    return RangeRules.decoded(vector.toArray(), range, expected, place);
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    return Optional.empty();
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    double[] cell = new double[shape.size()];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = range.fromUnit(values[from + i]);
    }
    return Vectors.dense(cell);
  }
}
