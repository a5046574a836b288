package org.disentangle.data;

import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.unsafe.types.UTF8String;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;

/** Computes the value of one column, in Spark's internal form, from the factors of a picture. */
@FunctionalInterface
interface SpriteCell {

  Object value(int[] factors);

  /** What fills this column of the data source. */
  static SpriteCell of(String column, SpriteOptions options) {
    for (SpriteFactor factor : SpriteFactor.values()) {
      int place = factor.ordinal();
      if (column.equals(factor.factorColumn())) {
        return factors -> factors[place];
      }
      if (column.equals(factor.valueColumn())) {
        return factors -> factor.value(factors[place]);
      }
    }
    return image(options);
  }

  private static SpriteCell image(SpriteOptions options) {
    SpriteRenderer renderer = new SpriteRenderer(options.imageSize());
    ImageFormat format = options.imageFormat();
    ImageEncoder encoder =
        new ImageEncoder(format, renderer.shape(), SpriteSource.NAME, SpriteColumns.IMAGE);
    float[] pixels = new float[renderer.shape().size()];
    return factors -> {
      renderer.render(factors, pixels);
      return internal(encoder.encode(pixels), format);
    };
  }

  private static Object internal(Object cell, ImageFormat format) {
    return switch (format) {
      case IMAGE -> struct((Row) cell);
      case PNG -> cell;
      case ARRAY -> UnsafeArrayData.fromPrimitiveArray((float[]) cell);
      case VECTOR -> vector((Vector) cell, format);
    };
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
  private static Object vector(Vector vector, ImageFormat format) {
    return ((UserDefinedType<Vector>) format.dataType()).serialize(vector);
  }
}
