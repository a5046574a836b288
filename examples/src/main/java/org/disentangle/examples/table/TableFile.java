// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table in a file, or in a folder of files of one kind: Parquet if it begins so, else CSV with a
 * header, whatever the name says. A name that ends in .tsv makes tabs the separators; one that ends
 * in .gz or .bz2 has to be compressed so.
 *
 * @param path where it is, in any file system Hadoop knows
 */
public record TableFile(String path) {

  /**
   * The rows. CSV is read once as a whole before, so that what is wrong with a row is said before
   * any work.
   *
   * @throws org.disentangle.error.InvalidInputException if it is no such table, or has no rows
   */
  public Dataset<Row> load(SparkSession spark) {
    FirstFile first = FirstFile.of(path, spark.sparkContext().hadoopConfiguration());
    return first.isParquet()
        ? new ParquetTable(path, false).load(spark)
        : new CsvTable(path, first).load(spark);
  }
}
