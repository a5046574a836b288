package org.disentangle.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/** Settings of a Spark whose master a test chooses. */
public final class ClusterConf {

  private ClusterConf() {}

  /** Without web pages. */
  public static SparkConf of(String master) {
    return new SparkConf()
        .setMaster(master)
        .setAppName("disentangle-tests")
        .set("spark.ui.enabled", "false");
  }

  /** With executors in JVMs of their own, which have the classes of the tests. */
  public static SparkConf withExecutors(String master) throws IOException {
    Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    return of(master).set("spark.executor.extraClassPath", classPath());
  }

  /** That of this JVM, with absolute paths. */
  public static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
