package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.disentangle.examples.Main;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command in a JVM of its own, stopped as Ctrl-C stops it. */
class InterruptionTest {

  private static final int TERMINATED = 143;

  @TempDir Path folder;

  @Test
  void whatIsStoppedSaysSoAndNothingOfTheTasksGivenUp() throws IOException, InterruptedException {
    String command =
        "train --data dsprites:imageSize=32,sample=256 --preset small32"
            + " --workers 2 --averaging-frequency 5 --max-iter 1000000 --out "
            + folder.resolve("model");
    Process training = quiet("1g", command).redirectErrorStream(true).start();
    List<String> printed = new ArrayList<>();
    try (BufferedReader lines = training.inputReader()) {
      String first = lines.readLine();
      assertTrue(first.contains("iteration"), first);
      training.toHandle().destroy();
      lines.lines().filter(line -> !line.contains("iteration")).forEach(printed::add);
    } finally {
      training.destroyForcibly();
    }
    assertEquals(
        List.of("", "Interrupted.", "Maybe continue with: disentangle " + command + " --resume"),
        printed);
    assertEquals(TERMINATED, training.waitFor());
  }

  /** The first heap is too small for Spark, the second for the networks. */
  @ParameterizedTest
  @ValueSource(strings = {"160m", "480m"})
  void tooLittleMemoryIsSaid(String heap) throws IOException, InterruptedException {
    Process training =
        quiet(
                heap,
                "train --data dsprites:sample=600 --preset dsprites --batch-size 256"
                    + " --workers 2 --averaging-frequency 5 --max-iter 10 --master local[2] --out "
                    + folder.resolve("model"))
            .redirectErrorStream(true)
            .start();
    List<String> printed = training.inputReader().lines().toList();
    String all = String.join("\n", printed);
    assertTrue(all.contains("disentangle: out of memory: "), all);
    assertTrue(all.contains("DISENTANGLE_HEAP="), all);
    assertTrue(printed.size() <= 10, all);
    assertEquals(2, training.waitFor(), all);
  }

  /** As the script starts it: the last of several settings counts. */
  private static ProcessBuilder quiet(String heap, String arguments) {
    ProcessBuilder child = ChildJvm.of(Main.class, heap, arguments.split(" "));
    List<String> settings =
        List.of(
            "-Dlog4j2.configurationFile=disentangle-log4j2.properties",
            "-Ddisentangle.progress=lines");
    child.command().addAll(child.command().indexOf("-cp"), settings);
    return child;
  }
}
