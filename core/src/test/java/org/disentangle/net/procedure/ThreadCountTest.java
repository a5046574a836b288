// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disentangle.net.Engine;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training gives the same bits however many threads the native libraries are told to use. */
@Tag("cluster")
class ThreadCountTest {

  private static final List<TinySystem> SYSTEMS =
      Stream.concat(TinySystems.ALL.stream(), TinySystems.OF_32_PIXELS.stream()).toList();

  @TempDir Path folder;

  /** The child JVM: prints a hash of the trained state of either engine. */
  public static void main(String[] arguments) {
    for (String engine : new String[] {"auto", "nd4j"}) {
      System.setProperty(Engine.PROPERTY, engine);
      for (TinySystem system : SYSTEMS) {
        TrainingState start = system.procedure().initialState(1);
        int hash = system.trained(start, 3).networks().hashCode();
        System.out.println("state " + engine + " " + system + " " + hash);
      }
    }
  }

  @Test
  void sameBitsOnOneThreadAndOnMany() throws Exception {
    List<String> one = child("1");
    assertEquals(2 * SYSTEMS.size(), one.size(), one::toString);
    assertEquals(one, child("2"));
    assertEquals(one, child("7"));
  }

  private List<String> child(String threads) throws Exception {
    ProcessBuilder child = ChildJvm.of(ThreadCountTest.class, "1g");
    child.environment().remove("OPENBLAS_NUM_THREADS");
    child.environment().putAll(Map.of("OMP_NUM_THREADS", threads, "SD_MAX_THREADS", threads));
    Path log = folder.resolve("log" + threads);
    assertEquals(0, ChildJvm.start(child, log).waitFor(), () -> "see " + log);
    return Files.readAllLines(log).stream().filter(line -> line.startsWith("state")).toList();
  }
}
