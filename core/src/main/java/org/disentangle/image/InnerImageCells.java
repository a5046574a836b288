// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.unsafe.types.UTF8String;

/** Images as cells of the rows that Spark has inside, for sources and writers of such rows. */
public final class InnerImageCells {

  private final ImageEncoder encoder;
  private final byte[] data;
  private final InternalRow struct;

  public InnerImageCells(ImageEncoder encoder) {
    this.encoder = encoder;
    data = new byte[encoder.shape().size()];
    struct = struct(data);
  }

  /**
   * The cell for an image.
   *
   * @param values as {@link ImageEncoder#encode(float[], int)} takes them
   * @param from where the image begins
   */
  public Object cell(float[] values, int from) {
    if (encoder.format() == ImageFormat.IMAGE) {
      byte[] bytes = new byte[data.length];
      encoder.encodeBytes(values, from, bytes);
      return struct(bytes);
    }
    Object cell = encoder.encode(values, from);
    return switch (encoder.format()) {
      case IMAGE, PNG -> cell;
      case ARRAY -> UnsafeArrayData.fromPrimitiveArray((float[]) cell);
      case VECTOR -> vector((Vector) cell);
    };
  }

  /** The same for one row at a time: the next call may change the cell. */
  public Object reusedCell(float[] values, int from) {
    if (encoder.format() != ImageFormat.IMAGE) {
      return cell(values, from);
    }
    encoder.encodeBytes(values, from, data);
    return struct;
  }

  /** Whether cells can be made of bytes. */
  public boolean takesBytes() {
    return encoder.format() == ImageFormat.IMAGE || encoder.format() == ImageFormat.PNG;
  }

  /**
   * As {@link #reusedCell(float[], int)}, where {@link #takesBytes}.
   *
   * @param planes channel planes first, as bytes
   */
  public Object reusedCell(ByteBuffer planes, int from) {
    if (encoder.format() == ImageFormat.PNG) {
      return PngBytes.of(planes, from, encoder.shape());
    }
    StructCells.fill(data, planes, from, encoder.shape().channels());
    return struct;
  }

  private InternalRow struct(byte[] bytes) {
    return new GenericInternalRow(
        StructCells.fields(UTF8String.EMPTY_UTF8, encoder.shape(), bytes));
  }

  @SuppressWarnings("unchecked")
  private Object vector(Vector vector) {
    return ((UserDefinedType<Vector>) encoder.format().dataType()).serialize(vector);
  }
}
