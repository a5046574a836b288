// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disentangle.net.Engine;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training gives the same bits however many threads the native libraries are told to use. */
@Tag("cluster")
class ThreadCountTest {

  private static final List<TinySystem> SYSTEMS =
      Stream.concat(TinySystems.ALL.stream(), TinySystems.OF_32_PIXELS.stream()).toList();

  @TempDir Path folder;

  /** A child JVM: prints a hash of the trained state of either engine. */
  public static void main(String[] arguments) {
    states().forEach(System.out::println);
  }

  private static List<String> states() {
    List<String> states = new ArrayList<>();
    for (String engine : new String[] {"auto", "nd4j"}) {
      System.setProperty(Engine.PROPERTY, engine);
      for (TinySystem system : SYSTEMS) {
        TrainingState start = system.procedure().initialState(1);
        int hash = system.trained(start, 3).networks().hashCode();
        states.add("state " + engine + " " + system + " " + hash);
      }
    }
    return states;
  }

  @AfterEach
  void restoreEngine() {
    System.clearProperty(Engine.PROPERTY);
  }

  /** One thread is that of this JVM; the other two JVMs run at the same time. */
  @Test
  void sameBitsOnOneThreadAndOnMany() throws Exception {
    Process two = child("2");
    Process seven = child("7");
    Engine.useOneThread();
    List<String> one = states();
    assertEquals(2 * SYSTEMS.size(), one.size(), one::toString);
    assertEquals(one, states(two, "2"));
    assertEquals(one, states(seven, "7"));
  }

  private Process child(String threads) throws IOException {
    ProcessBuilder child = ChildJvm.of(ThreadCountTest.class, "1g");
    child.environment().remove("OPENBLAS_NUM_THREADS");
    child
        .environment()
        .putAll(
            Map.of(
                "OMP_NUM_THREADS",
                threads,
                "SD_MAX_THREADS",
                threads,
                "OMP_WAIT_POLICY",
                "passive"));
    return ChildJvm.start(child, log(threads));
  }

  private List<String> states(Process child, String threads) throws Exception {
    assertEquals(0, child.waitFor(), () -> "see " + log(threads));
    return Files.readAllLines(log(threads)).stream()
        .filter(line -> line.startsWith("state"))
        .toList();
  }

  private Path log(String threads) {
    return folder.resolve("log" + threads);
  }
}
