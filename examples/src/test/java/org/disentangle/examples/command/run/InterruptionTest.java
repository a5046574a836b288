// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.util.SparkUncaughtExceptionHandler;
import org.disentangle.examples.Main;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command in a JVM of its own, stopped as Ctrl-C stops it. */
@Tag("cluster")
class InterruptionTest {

  private static final int TERMINATED = 143;

  @TempDir Path folder;

  @Test
  void whatIsStoppedSaysSoAndNothingOfTheTasksGivenUp() throws IOException, InterruptedException {
    String command =
        "train --data dsprites:imageSize=32,sample=256 --preset small32"
            + " --workers 2 --averaging-frequency 5 --max-iter 1000000 --out "
            + folder.resolve("model");
    Process training = quiet(command).redirectErrorStream(true).start();
    List<String> printed = new ArrayList<>();
    try (BufferedReader lines = training.inputReader()) {
      String first = lines.readLine();
      assertTrue(first.contains("iteration"), first);
      training.toHandle().destroy();
      lines.lines().dropWhile(line -> line.contains("iteration")).forEach(printed::add);
    } finally {
      training.destroyForcibly();
    }
    assertEquals(
        List.of("", "Interrupted.", "Continue with: disentangle " + command + " --resume"),
        printed);
    assertEquals(TERMINATED, training.waitFor());
  }

  @Test
  void tooLittleMemoryIsSaid() throws IOException, InterruptedException {
    Process child =
        settings(ChildJvm.of(OutOfMemory.class, "200m")).redirectErrorStream(true).start();
    List<String> printed = child.inputReader().lines().toList();
    String all = String.join("\n", printed);
    assertEquals(3, printed.size(), all);
    assertTrue(printed.get(1).startsWith("disentangle: out of memory: heap (Java heap space"), all);
    assertTrue(printed.get(2).startsWith("Give more: DISENTANGLE_HEAP=2g"), all);
    assertEquals(2, child.waitFor(), all);
  }

  /** A task that finds no memory, as Spark's executor ends the program for it. */
  static final class OutOfMemory {

    private OutOfMemory() {}

    public static void main(String[] arguments) {
      Interruption.watch();
      new SparkUncaughtExceptionHandler(true)
          .uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));
    }
  }

  /** As the script starts it: the last of several settings counts. */
  private static ProcessBuilder quiet(String arguments) {
    return settings(ChildJvm.of(Main.class, "1g", arguments.split(" ")));
  }

  private static ProcessBuilder settings(ProcessBuilder child) {
    List<String> settings =
        List.of(
            "-Dlog4j2.configurationFile=disentangle-log4j2.properties",
            "-Ddisentangle.progress=lines");
    child.command().addAll(child.command().indexOf("-cp"), settings);
    return child;
  }
}
