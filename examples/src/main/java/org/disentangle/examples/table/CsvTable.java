// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * A table as text with a header, in UTF-8.
 *
 * @param path a file, or a folder of files with the same header
 * @param first its first file
 */
record CsvTable(String path, FirstFile first) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  Dataset<Row> load(SparkSession spark) {
    CsvHeader header = CsvHeader.of(first, spark.sparkContext().hadoopConfiguration());
    try {
      Dataset<Row> rows =
          QualifiedPath.reader(spark)
              .option("header", true)
              .option("inferSchema", true)
              .option("sep", String.valueOf(header.separator()))
              .option("escape", "\"")
              .option("enforceSchema", false)
              .option("mode", "FAILFAST")
              .csv(path);
      requireRows(rows);
      return rows;
    } catch (InvalidInputException e) {
      throw e;
    } catch (Exception e) {
      throw ReaderRefusal.of(e, path)
          .<RuntimeException>map(refusal -> refusal)
          .orElseGet(() -> new IllegalStateException("The table could not be read: " + path, e));
    }
  }

  /** Every row is parsed, and none is kept. */
  private void requireRows(Dataset<Row> rows) {
    if (rows.isEmpty()) {
      throw ERRORS.file(path, "a header and no rows", "at least one row below the header", null);
    }
    rows.write().format("noop").mode("overwrite").save();
  }
}
