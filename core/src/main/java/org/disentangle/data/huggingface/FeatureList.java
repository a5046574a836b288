// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.huggingface;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;

/**
 * What the columns of a table are for Hugging Face's {@code datasets}: structs of {@code bytes} and
 * {@code path} are images, whole numbers whose ML attribute has names are class labels.
 */
public final class FeatureList {

  /** The key of a Parquet file's footer that the list stands under. */
  public static final String KEY = ClassLabelNames.KEY;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<DataType, String> VALUES =
      Map.of(
          DataTypes.BooleanType, "bool",
          DataTypes.ByteType, "int8",
          DataTypes.ShortType, "int16",
          DataTypes.IntegerType, "int32",
          DataTypes.LongType, "int64",
          DataTypes.FloatType, "float32",
          DataTypes.DoubleType, "float64",
          DataTypes.StringType, "string",
          DataTypes.BinaryType, "binary");

  private FeatureList() {}

  /** The list as JSON; empty if a column has a type that has no place in it. */
  public static Optional<String> json(StructType columns) {
    ObjectNode features = JSON.createObjectNode();
    for (StructField field : columns.fields()) {
      Optional<ObjectNode> feature = feature(field);
      if (feature.isEmpty()) {
        return Optional.empty();
      }
      features.set(field.name(), feature.get());
    }
    ObjectNode root = JSON.createObjectNode();
    root.putObject("info").set("features", features);
    return Optional.of(root.toString());
  }

  private static Optional<ObjectNode> feature(StructField field) {
    Optional<String[]> names = names(field);
    if (names.isPresent()) {
      ObjectNode label = JSON.createObjectNode();
      for (String name : names.get()) {
        label.withArray("names").add(name);
      }
      return Optional.of(label.put("_type", "ClassLabel"));
    }
    return feature(field.dataType());
  }

  /** The names of a column of class labels; empty for other columns. */
  public static Optional<String[]> names(StructField field) {
    if (!(field.dataType() instanceof NumericType)
        || field.dataType().equals(DataTypes.FloatType)
        || field.dataType().equals(DataTypes.DoubleType)) {
      return Optional.empty();
    }
    return Attribute.fromStructField(field) instanceof NominalAttribute nominal
            && nominal.values().isDefined()
        ? Optional.of(nominal.values().get())
        : Optional.empty();
  }

  private static Optional<ObjectNode> feature(DataType type) {
    if (ImageColumns.isFileStruct(type)) {
      return Optional.of(JSON.createObjectNode().put("_type", "Image"));
    }
    if (type instanceof ArrayType array) {
      return feature(array.elementType())
          .map(
              element -> {
                ObjectNode list = JSON.createObjectNode();
                list.set("feature", element);
                return list.put("_type", "Sequence");
              });
    }
    return Optional.ofNullable(VALUES.get(type))
        .map(name -> JSON.createObjectNode().put("dtype", name).put("_type", "Value"));
  }
}
