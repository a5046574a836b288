// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Schemas with the columns stages look for, the columns they add, and any others. */
final class Schemas {

  private Schemas() {}

  /** Some columns that fit, then up to four that may not. */
  static Arbitrary<StructType> any() {
    Arbitrary<StructField[]> fitting =
        Arbitraries.of(
                field("image", ImageSchema.columnSchema()),
                field("image", DataTypes.BinaryType),
                field("image", DataTypes.createArrayType(DataTypes.FloatType)),
                field("id", DataTypes.LongType),
                field("codes", SQLDataTypes.VectorType()),
                field("noise", DataTypes.createArrayType(DataTypes.DoubleType)),
                field("label", DataTypes.IntegerType),
                field("factor_x", DataTypes.DoubleType),
                field("pair", DataTypes.IntegerType),
                field("features", SQLDataTypes.VectorType()),
                field("probability", SQLDataTypes.VectorType()))
            .array(StructField[].class)
            .ofMaxSize(4);
    Arbitrary<StructField[]> images =
        Metadatas.any()
            .map(
                metadata ->
                    DataTypes.createStructField("image", imageType(metadata), true, metadata))
            .array(StructField[].class)
            .ofMaxSize(1);
    Arbitrary<StructField[]> other = column().array(StructField[].class).ofMaxSize(4);
    return Combinators.combine(images, fitting, other)
        .as(
            (image, one, two) -> {
              StructType schema = new StructType(image);
              for (StructField field : one) {
                if (!List.of(schema.fieldNames()).contains(field.name())) {
                  schema = schema.add(field);
                }
              }
              for (StructField field : two) {
                schema = schema.add(field);
              }
              return schema;
            });
  }

  private static DataType imageType(Metadata metadata) {
    return metadata.hashCode() % 2 == 0
        ? ImageSchema.columnSchema()
        : DataTypes.createArrayType(DataTypes.FloatType);
  }

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  private static Arbitrary<StructField> column() {
    return Combinators.combine(names(), types(2), Arbitraries.of(true, false), Metadatas.any())
        .as(DataTypes::createStructField);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Arbitraries.of(
                "image",
                "id",
                "codes",
                "noise",
                "generated",
                "prepared",
                "label",
                "pair",
                "prediction",
                "probability",
                "features",
                "factor_x",
                "path",
                "Codes",
                "IMAGE")),
        Tuple.of(1, Text.any()));
  }

  private static Arbitrary<DataType> types(int depth) {
    Arbitrary<DataType> flat =
        Arbitraries.of(
            DataTypes.StringType,
            DataTypes.IntegerType,
            DataTypes.ByteType,
            DataTypes.LongType,
            DataTypes.DoubleType,
            DataTypes.FloatType,
            DataTypes.BooleanType,
            DataTypes.BinaryType,
            DataTypes.DateType,
            DataTypes.NullType,
            DataTypes.createDecimalType(38, 3),
            SQLDataTypes.VectorType(),
            SQLDataTypes.MatrixType(),
            ImageSchema.columnSchema());
    if (depth == 0) {
      return flat;
    }
    Arbitrary<DataType> inner = types(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(4, flat),
        Tuple.of(2, inner.map(DataTypes::createArrayType)),
        Tuple.of(1, inner.map(type -> DataTypes.createMapType(DataTypes.StringType, type))),
        Tuple.of(1, inner.map(type -> new StructType().add("a", type).add("b.c", type))));
  }
}
