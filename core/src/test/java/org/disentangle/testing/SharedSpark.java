// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * One quiet local[2] session for all tests of a JVM, and the folder with the shared test data.
 *
 * <p>Its queries are interpreted: nearly all of them run once, and compiling them took longer than
 * running them. Queries are compiled in the processes that tests start, and for every Transformer
 * in the tests of all stages in pipelines.
 */
public final class SharedSpark {

  private static final String WHOLE_STAGES = "spark.sql.codegen.wholeStage";
  private static final String COMPILER = "spark.sql.codegen.factoryMode";

  private SharedSpark() {}

  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("disentangle-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config(WHOLE_STAGES, "false")
        .config(COMPILER, "NO_CODEGEN")
        .config(
            "spark.sql.warehouse.dir",
            Path.of("target", "spark-warehouse").toAbsolutePath().toString())
        .getOrCreate();
  }

  /** Another session of the same Spark, whose queries are compiled as users' are. */
  public static SparkSession compiling() {
    SparkSession session = session().newSession();
    session.conf().set(WHOLE_STAGES, "true");
    session.conf().set(COMPILER, "CODEGEN_ONLY");
    return session;
  }

  public static Path testData() {
    return Path.of(System.getProperty("disentangle.test.data"));
  }
}
