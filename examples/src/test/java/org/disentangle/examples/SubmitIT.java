// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StandaloneCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled jar in a JVM that has Spark's own class path and nothing else of ours. */
@Tag("cluster")
class SubmitIT {

  private static final List<String> OURS =
      List.of("disentangle", "/nd4j/", "/deeplearning4j/", "/bytedeco/", "/picocli/", "/knowm/");

  private final Path target = Path.of(System.getProperty("project.target"));

  @TempDir Path folder;

  @Test
  void trainsGeneratesAndRefuses() throws Exception {
    String model = folder.resolve("model").toString();
    String train =
        "train --data dsprites:imageSize=32,sample=64 --preset small32 --batch-size 8 --max-iter 2 --out %s";
    submit(0, String.format(Locale.ROOT, train, model));
    String out = folder.resolve("generated").toString();
    submit(0, String.format(Locale.ROOT, "generate --model %s --count 10 --out %s", model, out));
    assertTrue(Files.exists(folder.resolve("generated-card/card.json")));
    submit(2, String.format(Locale.ROOT, "generate --model %s --count 10 --out %s", model, out));
  }

  @Test
  void trainsTheSameModelOnAStandaloneCluster() throws Exception {
    String train =
        "train --data dsprites:imageSize=32,sample=64 --preset small32 --batch-size 8 --max-iter 4 --averaging-frequency 2"
            + " --workers 2 --checkpoint-interval 0 --out ";
    submit(0, train + folder.resolve("local"));
    try (StandaloneCluster cluster =
        StandaloneCluster.start(folder.resolve("cluster"), sparkAlone(), 2)) {
      String executors = "spark.executor.extraClassPath=" + sparkAlone();
      String memory = "spark.executor.memory=1g";
      String otherThreads = "spark.executorEnv.OMP_NUM_THREADS=2";
      List<String> conf = List.of("--conf", executors, "--conf", memory, "--conf", otherThreads);
      submit(0, cluster.master(), conf, train + folder.resolve("cluster-model"));
    }
    SharedSpark.session();
    assertEquals(
        InfoGanCrModel.load(folder.resolve("local").toString()).data().state(),
        InfoGanCrModel.load(folder.resolve("cluster-model").toString()).data().state());
  }

  private void submit(int exitCode, String arguments) throws IOException, InterruptedException {
    submit(exitCode, "local[2]", List.of(), arguments);
  }

  private void submit(int exitCode, String master, List<String> conf, String arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("java17.opens").split(" ")));
    command.addAll(List.of("-Xmx1g", "-cp", sparkAlone(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", master, "--conf", "spark.driver.host=localhost"));
    command.addAll(conf);
    command.addAll(List.of("--class", Main.class.getName()));
    command.add(target.resolve("disentangle.jar").toString());
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .directory(folder.toFile())
            .start();
    int found = process.waitFor();
    String log = Files.readString(folder.resolve("log"));
    assertEquals(exitCode, found, () -> arguments + "\n" + log);
  }

  private String sparkAlone() throws IOException {
    String all = Files.readString(target.resolve("classpath.txt")).strip();
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> OURS.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
