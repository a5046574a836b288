// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.data.huggingface.FeatureList;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.ExactColumn;

/** A table whose column {@code image} is in a format that it is to be written in. */
public final class ConvertedImages {

  /** PNG bytes and a name in a struct. */
  public static final String BYTES_PATH = "bytes-path";

  /** The formats. */
  public static final List<String> FORMATS =
      List.of("png", "struct", "array", "vector", BYTES_PATH);

  private static final String IMAGE = "image";
  private static final String PATH = "path";
  private static final String CONVERTED = "image as converted";
  private static final Map<String, String> IMAGE_FORMATS =
      Map.of("struct", "image", BYTES_PATH, "png");

  private ConvertedImages() {}

  /**
   * The table with its images in a format, and all other columns as they are.
   *
   * @param format one of {@link #FORMATS}; with bytes-path, whole numbers whose values have names
   *     become bigint, as Hugging Face has class labels
   * @throws org.disentangle.error.InvalidInputException if the column of images is missing or of
   *     another kind
   */
  public static Dataset<Row> of(Dataset<Row> table, String format) {
    Dataset<Row> converted =
        new ImagePreparation()
            .setImageCol(IMAGE)
            .setPreparedCol(CONVERTED)
            .setImageFormat(IMAGE_FORMATS.getOrDefault(format, format))
            .transform(table);
    boolean published = format.equals(BYTES_PATH);
    List<Column> columns = new ArrayList<>();
    for (StructField field : table.schema().fields()) {
      if (!field.name().equals(IMAGE)) {
        columns.add(published ? label(field) : ExactColumn.named(field.name()));
      } else if (published) {
        columns.add(file(table, converted));
      } else {
        columns.add(ExactColumn.named(CONVERTED).as(IMAGE, metadata(converted)));
      }
    }
    return converted.select(columns.toArray(Column[]::new));
  }

  private static Metadata metadata(Dataset<Row> converted) {
    return converted.schema().apply(CONVERTED).metadata();
  }

  private static Column label(StructField field) {
    Column column = ExactColumn.named(field.name());
    return FeatureList.names(field).isEmpty()
        ? column
        : column.cast(DataTypes.LongType).as(field.name(), field.metadata());
  }

  private static Column file(Dataset<Row> table, Dataset<Row> converted) {
    Column path = functions.lit(null).cast(DataTypes.StringType);
    if (Arrays.asList(table.columns()).contains(PATH)) {
      path = ExactColumn.named(PATH);
    } else if (isStructWith(table, "origin")) {
      path = functions.col(IMAGE + ".origin");
    } else if (isStructWith(table, PATH)) {
      path = functions.col(IMAGE + "." + PATH);
    }
    Column name = functions.regexp_replace(path, "^.*/|\\.[^./]*$", "");
    Column png = functions.when(name.notEqual(""), functions.concat(name, functions.lit(".png")));
    return functions
        .struct(ExactColumn.named(CONVERTED).as("bytes"), png.as(PATH))
        .as(IMAGE, metadata(converted));
  }

  private static boolean isStructWith(Dataset<Row> table, String field) {
    return table.schema().apply(IMAGE).dataType() instanceof StructType struct
        && Arrays.asList(struct.fieldNames()).contains(field);
  }
}
