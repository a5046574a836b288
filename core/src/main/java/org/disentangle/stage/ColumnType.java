// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/** The column types that stages read and write; whether nulls are allowed plays no part. */
public enum ColumnType {
  FLOAT_ARRAY(DataTypes.createArrayType(DataTypes.FloatType)),
  DOUBLE_ARRAY(DataTypes.createArrayType(DataTypes.DoubleType)),
  /** An array of any whole, floating or decimal numbers. */
  NUMBER_ARRAY(
      "array of numbers",
      type -> type instanceof ArrayType array && array.elementType() instanceof NumericType),
  /** A dense or sparse ML vector. */
  VECTOR("vector", SQLDataTypes.VectorType()::equals),
  /** An ML vector as the struct that other programs make of it when they write a file again. */
  VECTOR_PARTS("struct of a vector's type, size, indices and values", VectorParts::matches),
  /** Spark's image struct. */
  IMAGE("image struct", type -> same(type, ImageSchema.columnSchema())),
  /** The bytes of a file. */
  BINARY(DataTypes.BinaryType),
  /** The bytes of a file and its path, as Hugging Face's Parquet files hold images. */
  FILE(
      "struct of bytes and path",
      type ->
          Set.of("struct<bytes:binary,path:string>", "struct<path:string,bytes:binary>")
              .contains(type.catalogString())),
  /** Any whole, floating or decimal number. */
  NUMBER("number", NumericType.class::isInstance),
  /** A whole number that a bigint holds without loss. */
  WHOLE_NUMBER(
      "whole number of up to 64 bits",
      type ->
          type.equals(DataTypes.ByteType)
              || type.equals(DataTypes.ShortType)
              || type.equals(DataTypes.IntegerType)
              || type.equals(DataTypes.LongType)),
  BOOLEAN(DataTypes.BooleanType),
  STRING(DataTypes.StringType);

  private final String text;
  private final Predicate<DataType> test;

  ColumnType(DataType type) {
    this(type.catalogString(), other -> same(type, other));
  }

  ColumnType(String text, Predicate<DataType> test) {
    this.text = text;
    this.test = test;
  }

  /** Whether a column of this type is one of these. */
  public boolean matches(DataType type) {
    return test.test(type);
  }

  /** Any column type, in the words of this enum where it has some. */
  static String describe(DataType type) {
    return VECTOR.matches(type) ? VECTOR.text : type.catalogString();
  }

  /** The type in words, where possible as Spark writes it: {@code array<float>}. */
  @Override
  public String toString() {
    return text;
  }

  private static boolean same(DataType one, DataType other) {
    return one.catalogString().equals(other.catalogString());
  }
}
