// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;

/** Makes the writers of a schema's cells; leaf columns are handed out in the schema's order. */
final class CellWriters {

  private final List<LeafColumn> leaves;
  private int next;

  /**
   * @param leaves of a Parquet schema that Spark derived from the fields
   */
  CellWriters(List<LeafColumn> leaves) {
    this.leaves = leaves;
  }

  /**
   * Writers of these fields.
   *
   * @param defined definition level of what the fields are part of
   */
  List<CellWriter> of(StructType fields, int defined) {
    List<CellWriter> writers = new ArrayList<>();
    for (StructField field : fields.fields()) {
      writers.add(of(field, defined));
    }
    return writers;
  }

  private CellWriter of(StructField field, int defined) {
    int first = next;
    if (!field.nullable()) {
      return present(field.dataType(), defined);
    }
    CellWriter present = present(field.dataType(), defined + 1);
    List<LeafColumn> below = leaves.subList(first, next);
    return (row, cell) -> {
      if (row.isNullAt(cell)) {
        below.forEach(leaf -> leaf.addMissing(defined));
      } else {
        present.write(row, cell);
      }
    };
  }

  private CellWriter present(DataType type, int defined) {
    if (type instanceof UserDefinedType<?> user) {
      return present(user.sqlType(), defined);
    }
    if (type instanceof StructType struct) {
      return struct(of(struct, defined));
    }
    LeafColumn leaf = leaves.get(next++);
    if (type instanceof ArrayType array) {
      return array(array, leaf, defined);
    }
    if (type.equals(DataTypes.LongType)) {
      return (row, cell) -> leaf.add(row.getLong(cell));
    }
    if (type.equals(DataTypes.IntegerType)) {
      return (row, cell) -> leaf.add(row.getInt(cell));
    }
    if (type.equals(DataTypes.ByteType)) {
      return (row, cell) -> leaf.add((int) row.getByte(cell));
    }
    if (type.equals(DataTypes.FloatType)) {
      return (row, cell) -> leaf.add(row.getFloat(cell));
    }
    if (type.equals(DataTypes.DoubleType)) {
      return (row, cell) -> leaf.add(row.getDouble(cell));
    }
    if (type.equals(DataTypes.StringType)) {
      return (row, cell) -> leaf.add(row.getUTF8String(cell).getBytes());
    }
    if (type.equals(DataTypes.BinaryType)) {
      return (row, cell) -> leaf.add(row.getBinary(cell));
    }
    throw unsupported(type);
  }

  private static CellWriter struct(List<CellWriter> fields) {
    return (row, cell) -> {
      InternalRow struct = row.getStruct(cell, fields.size());
      for (int field = 0; field < fields.size(); field++) {
        fields.get(field).write(struct, field);
      }
    };
  }

  private static CellWriter array(ArrayType type, LeafColumn leaf, int defined) {
    DataType elements = type.elementType();
    Consumer<ArrayData> values;
    if (elements.equals(DataTypes.FloatType)) {
      values = array -> leaf.add(array.toFloatArray());
    } else if (elements.equals(DataTypes.DoubleType)) {
      values = array -> leaf.add(array.toDoubleArray());
    } else if (elements.equals(DataTypes.IntegerType)) {
      values = array -> leaf.add(array.toIntArray());
    } else {
      throw unsupported(DataTypes.createArrayType(elements));
    }
    return (row, cell) -> {
      ArrayData array = row.getArray(cell);
      if (array.numElements() == 0) {
        leaf.addMissing(defined);
      } else {
        if (type.containsNull()) {
          requireNoNulls(array, leaf);
        }
        values.accept(array);
      }
    };
  }

  private static void requireNoNulls(ArrayData array, LeafColumn leaf) {
    for (int i = 0; i < array.numElements(); i++) {
      if (array.isNullAt(i)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "column %s: null within an array",
                String.join(".", leaf.column().getPath())));
      }
    }
  }

  private static IllegalArgumentException unsupported(DataType type) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "cells of type %s", type.simpleString()));
  }
}
