package org.disentangle.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Row encoders keep types and nullability; this adds the metadata of the columns. */
final class DescribedColumns {

  private DescribedColumns() {}

  static Dataset<Row> of(Dataset<Row> rows, StructType schema) {
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
