// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;

/**
 * ML vectors as other programs leave them: the struct that Parquet holds, without Spark's note that
 * it is a vector, which they do not keep when they write a file again.
 *
 * <p>Its fields are {@code type} (0 sparse, 1 dense), {@code size} and {@code indices} (null in a
 * dense one) and {@code values}.
 *
 * @param errors for what is no vector
 * @param column its name
 */
public record VectorParts(InputErrors errors, String column) implements Serializable {

  private static final int SPARSE = 0;
  private static final int DENSE = 1;
  private static final Map<String, Predicate<DataType>> FIELDS =
      Map.of(
          "type",
          VectorParts::isWhole,
          "size",
          VectorParts::isWhole,
          "indices",
          type -> type instanceof ArrayType array && isWhole(array.elementType()),
          "values",
          type -> type instanceof ArrayType array && isFloating(array.elementType()));

  /** Whether a type is such a struct, its fields in any order. */
  static boolean matches(DataType type) {
    return type instanceof StructType struct
        && Arrays.stream(struct.fields())
            .map(StructField::name)
            .collect(Collectors.toSet())
            .equals(FIELDS.keySet())
        && struct.length() == FIELDS.size()
        && Arrays.stream(struct.fields())
            .allMatch(field -> FIELDS.get(field.name()).test(field.dataType()));
  }

  /** A column of arrays of doubles from one of such structs; null stays null. */
  public Column array(Column structs) {
    UDF1<Row, double[]> values = parts -> parts == null ? null : values(parts);
    return functions
        .udf(values, DataTypes.createArrayType(DataTypes.DoubleType, false))
        .apply(structs);
  }

  /**
   * The numbers of a vector.
   *
   * @throws InvalidInputException if the parts make no vector
   */
  public double[] values(Row parts) {
    Number type = parts.getAs("type");
    List<Number> values = list(parts, "values");
    if (type != null && type.longValue() == DENSE && values != null) {
      return values.stream().mapToDouble(VectorParts::number).toArray();
    }
    Number size = parts.getAs("size");
    List<Number> indices = list(parts, "indices");
    if (type == null
        || type.longValue() != SPARSE
        || size == null
        || indices == null
        || values == null
        || indices.size() != values.size()) {
      throw noVector(parts);
    }
    double[] sparse = new double[size.intValue()];
    for (int i = 0; i < indices.size(); i++) {
      Number index = indices.get(i);
      if (index == null || index.longValue() < 0 || index.longValue() >= sparse.length) {
        throw noVector(parts);
      }
      sparse[index.intValue()] = number(values.get(i));
    }
    return sparse;
  }

  private InvalidInputException noVector(Row parts) {
    return errors.column(
        column,
        String.format(
            Locale.ROOT,
            "type %s, size %s, indices %s and values %s",
            parts.<Object>getAs("type"),
            parts.<Object>getAs("size"),
            list(parts, "indices"),
            list(parts, "values")),
        "a vector's type (0 sparse, 1 dense), size, indices and values");
  }

  private static List<Number> list(Row parts, String field) {
    int at = parts.fieldIndex(field);
    return parts.isNullAt(at) ? null : new ArrayList<>(parts.getList(at));
  }

  private static double number(Number value) {
    return value == null ? Double.NaN : value.doubleValue();
  }

  private static boolean isWhole(DataType type) {
    return ColumnType.WHOLE_NUMBER.matches(type);
  }

  private static boolean isFloating(DataType type) {
    return type.equals(DataTypes.FloatType) || type.equals(DataTypes.DoubleType);
  }
}
