package org.disentangle.data;

import java.io.IOException;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.unsafe.types.UTF8String;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/** Turns the pixels of each row into a cell of the image column. */
public final class ImageCell implements Cell {

  private final ImageFormat format;
  private final ImageEncoder encoder;
  private final Pixels pixels;
  private final float[] planes;

  /**
   * @param source the name of the data source, for messages
   * @param format the format of the column
   * @param shape of every image
   * @param pixels of the rows; closed with this cell
   */
  public ImageCell(String source, ImageFormat format, ImageShape shape, Pixels pixels) {
    this.format = format;
    this.encoder = new ImageEncoder(format, shape, source, FactorColumns.IMAGE);
    this.pixels = pixels;
    this.planes = new float[shape.size()];
  }

  @Override
  public Object value(int row) throws IOException {
    pixels.read(row, planes);
    Object cell = encoder.encode(planes);
    return switch (format) {
      case IMAGE -> struct((Row) cell);
      case PNG -> cell;
      case ARRAY -> UnsafeArrayData.fromPrimitiveArray((float[]) cell);
      case VECTOR -> vector((Vector) cell);
    };
  }

  @Override
  public void close() throws IOException {
    pixels.close();
  }

  private static InternalRow struct(Row image) {
    Object[] fields = new Object[image.length()];
    for (int i = 0; i < fields.length; i++) {
      Object field = image.get(i);
      fields[i] = field instanceof String text ? UTF8String.fromString(text) : field;
    }
    return new GenericInternalRow(fields);
  }

  @SuppressWarnings("unchecked")
  private Object vector(Vector vector) {
    return ((UserDefinedType<Vector>) format.dataType()).serialize(vector);
  }
}
