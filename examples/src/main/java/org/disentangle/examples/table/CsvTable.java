// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
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

  /** Digits of a number; a double holds 17 of them, and the longest one written out has 1074. */
  private static final int LONGEST_NUMBER = 1100;

  private static final int SHOWN = 20;

  Dataset<Row> load(SparkSession spark) {
    CsvHeader header = CsvHeader.of(first, spark);
    try {
      requireShortNumbers(spark);
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

  /** The types of columns are found by parsing, in a time that is the square of the length. */
  private void requireShortNumbers(SparkSession spark) {
    Column line = functions.col("value");
    String digits = "[0-9]{" + (LONGEST_NUMBER + 1) + "}";
    List<Row> found =
        QualifiedPath.reader(spark)
            .text(path)
            .filter(line.rlike(digits))
            .select(functions.regexp_extract(line, digits, 0).substr(1, SHOWN))
            .takeAsList(1);
    if (!found.isEmpty()) {
      throw ERRORS.file(
          path,
          String.format(
              Locale.ROOT,
              "a number of more than %d digits (%s...)",
              LONGEST_NUMBER,
              found.get(0).getString(0)),
          "numbers of at most " + LONGEST_NUMBER + " digits",
          null);
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
