// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** One quiet local[2] session for all tests of a JVM, and the folder with the shared test data. */
public final class SharedSpark {

  private SharedSpark() {}

  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("disentangle-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config(
            "spark.sql.warehouse.dir",
            Path.of("target", "spark-warehouse").toAbsolutePath().toString())
        .getOrCreate();
  }

  public static Path testData() {
    return Path.of(System.getProperty("disentangle.test.data"));
  }
}
