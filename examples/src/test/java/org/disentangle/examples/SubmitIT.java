package org.disentangle.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled jar in a JVM that has Spark's own class path and nothing else of ours. */
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
    assertEquals(0, submit(train.formatted(model)));
    String out = folder.resolve("generated").toString();
    assertEquals(0, submit("generate --model %s --count 10 --out %s".formatted(model, out)));
    assertTrue(Files.exists(folder.resolve("generated/_SUCCESS")));
    assertEquals(2, submit("generate --model %s --count 10 --out %s".formatted(model, out)));
  }

  private int submit(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("java17.opens").split(" ")));
    command.addAll(List.of("-Xmx1g", "-cp", sparkAlone(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", "local[2]", "--conf", "spark.driver.host=localhost"));
    command.addAll(List.of("--class", Main.class.getName()));
    command.add(target.resolve("disentangle.jar").toString());
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .directory(folder.toFile())
            .start();
    return process.waitFor();
  }

  private String sparkAlone() throws IOException {
    String all = Files.readString(target.resolve("classpath.txt")).strip();
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> OURS.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
