// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * A table in Parquet files.
 *
 * @param path a file or a folder, in any file system Hadoop knows
 * @param pattern whether the path stands for all that it matches
 */
public record ParquetTable(String path, boolean pattern) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private static final String BY_COLUMNS = "spark.sql.parquet.enableVectorizedReader";

  /** The files of a table come from one writer: a few of them show how it encodes. */
  private static final int FOOTERS = 16;

  /**
   * The rows, read row by row if Spark's faster reader does not know the encoding.
   *
   * @throws org.disentangle.error.InvalidInputException if its first file is no Parquet, or files
   *     differ in their columns
   */
  public Dataset<Row> load(SparkSession spark) {
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    FirstFile first = FirstFile.of(path, conf);
    if (!first.isParquet()) {
      throw ERRORS.file(first.file().toUri().getPath(), first.described(), "a Parquet file", null);
    }
    try {
      return rows(spark, conf);
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      throw ReaderRefusal.of(e, path)
          .<RuntimeException>map(refusal -> refusal)
          .orElseGet(() -> new IllegalStateException("The table could not be read: " + path, e));
    }
  }

  private Dataset<Row> rows(SparkSession spark, Configuration conf) {
    Dataset<Row> rows = reader(spark).parquet(path);
    int depth = QualifiedPath.of(ERRORS, path, conf).path().depth();
    String[] files = rows.inputFiles();
    ParquetColumns.requireSame(files, depth, conf);
    if (Arrays.stream(files).limit(FOOTERS).noneMatch(file -> isSplit(file, conf))) {
      return rows;
    }
    SparkSession byRows = spark.newSession();
    byRows.conf().set(BY_COLUMNS, "false");
    return reader(byRows).parquet(path);
  }

  private DataFrameReader reader(SparkSession spark) {
    return pattern ? spark.read() : QualifiedPath.reader(spark);
  }

  private static boolean isSplit(String file, Configuration conf) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(new Path(java.net.URI.create(file)), conf))) {
      return reader.getFooter().getBlocks().stream()
          .flatMap(block -> block.getColumns().stream())
          .anyMatch(column -> column.getEncodings().contains(Encoding.BYTE_STREAM_SPLIT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
