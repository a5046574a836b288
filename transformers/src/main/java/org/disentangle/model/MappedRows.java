// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

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

  /** As {@link #each}, with any number of rows for one. */
  static Dataset<Row> flat(Dataset<?> input, RowsOf function, StructType output) {
    return described(
        input
            .toDF()
            .flatMap(
                (FlatMapFunction<Row, Row>) row -> function.of(row).iterator(),
                Encoders.row(output)),
        output);
  }

  /** Makes rows of a row. */
  interface RowsOf extends Serializable {
    List<Row> of(Row row);
  }

  /**
   * The encoder keeps types and nullability; this adds the metadata of the columns, which are given
   * apart by their places: names may come twice.
   */
  private static Dataset<Row> described(Dataset<Row> rows, StructType schema) {
    StructField[] fields = schema.fields();
    String[] places = CodeFields.names("column_", fields.length).toArray(String[]::new);
    Column[] columns = new Column[fields.length];
    for (int i = 0; i < fields.length; i++) {
      columns[i] = functions.col(places[i]).as(fields[i].name(), fields[i].metadata());
    }
    return rows.toDF(places).select(columns);
  }
}
