package org.disentangle.image;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/** Reads and writes the cells of one image format, in the form in which a Spark Row holds them. */
sealed interface CellCodec permits StructCells, FileCells, ArrayCells, VectorCells {

  /** The type of a column written in this format. */
  DataType dataType();

  /** Whether a column of this type can be read in this format; nullability does not matter. */
  boolean reads(DataType type);

  /** Values in [0, 1], channel planes first, of a cell that has exactly the expected shape. */
  float[] decode(Object cell, ImageShape expected, CellPlace place);

  /** The shape a cell says it has; empty where the format does not carry it. */
  Optional<ImageShape> shapeOf(Object cell, CellPlace place);

  /**
   * A cell for the values from {@code from} on, as many as an image has, that are known to be in
   * [0, 1]; shares no array.
   */
  Object encode(float[] values, int from, ImageShape shape);
}
