// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
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
    String classPath = classPath();
    return of(master)
        .set("spark.executor.extraClassPath", classPath)
        .set("spark.executor.extraJavaOptions", String.join(" ", ChildJvm.tuning(classPath)));
  }

  /**
   * With one executor that has two GPUs, one a task.
   *
   * @param folder where the discovery script goes
   * @param addresses what it prints, as elements of a JSON array
   */
  public static SparkConf withGpus(Path folder, String addresses) throws IOException {
    Path script = folder.resolve("gpus.sh");
    Files.writeString(
        script,
        String.format(
            Locale.ROOT, "#!/bin/sh\necho '{\"name\":\"gpu\",\"addresses\":[%s]}'\n", addresses));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return withExecutors("local-cluster[1,2,1024]")
        .set("spark.executor.resource.gpu.amount", "2")
        .set("spark.worker.resource.gpu.amount", "2")
        .set("spark.worker.resource.gpu.discoveryScript", script.toString())
        .set("spark.executor.resource.gpu.discoveryScript", script.toString())
        .set("spark.task.resource.gpu.amount", "1");
  }

  /** That of this JVM, with absolute paths. */
  public static String classPath() {
    return ClassArchive.order(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
  }
}
