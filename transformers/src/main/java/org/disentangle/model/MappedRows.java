package org.disentangle.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ExactColumn;

/** A DataFrame whose rows go through a function, with a schema that is given in full. */
final class MappedRows {

  private MappedRows() {}

  static Dataset<Row> of(
      Dataset<?> input, MapPartitionsFunction<Row, Row> function, StructType output) {
    return described(input.toDF().mapPartitions(function, Encoders.row(output)), output);
  }

  /** As {@link #of}, one row at a time. */
  static Dataset<Row> each(Dataset<?> input, MapFunction<Row, Row> function, StructType output) {
    return described(input.toDF().map(function, Encoders.row(output)), output);
  }

  /** The encoder keeps types and nullability; this adds the metadata of the columns. */
  private static Dataset<Row> described(Dataset<Row> rows, StructType schema) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (StructField field : schema.fields()) {
      if (!field.metadata().equals(Metadata.empty())) {
        columns.put(
            field.name(), ExactColumn.named(field.name()).as(field.name(), field.metadata()));
      }
    }
    return rows.withColumns(columns);
  }
}
