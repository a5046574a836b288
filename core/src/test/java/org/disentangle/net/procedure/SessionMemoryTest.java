// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training held outside the heap is free for the next one, under a small heap too. */
@Tag("cluster")
class SessionMemoryTest {

  private static final int TRAININGS = 12;
  private static final int WARM = 6;

  /** So that a heap that grows is not taken for memory that is not given back. */
  private static final List<String> WHOLE_HEAP_AT_ONCE = List.of("-Xms256m", "-XX:+AlwaysPreTouch");

  @TempDir Path folder;

  @Test
  void trainingsOneAfterTheOtherHoldNoMoreThanAFew() throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder child =
        ChildJvm.of(SessionAfterSession.class, "256m", "dsprites", String.valueOf(TRAININGS));
    child.command().addAll(1, WHOLE_HEAP_AT_ONCE);
    int exit = ChildJvm.start(child, log).waitFor();
    List<String> lines = Files.readAllLines(log);
    assertEquals(0, exit, lines::toString);
    List<Long> megabytes =
        lines.stream().filter(line -> line.matches("\\d+")).map(Long::valueOf).toList();
    assertEquals(TRAININGS, megabytes.size(), lines::toString);
    long most = megabytes.stream().mapToLong(Long::longValue).max().orElseThrow();
    assertTrue(most <= 1.2 * megabytes.get(WARM - 1), megabytes::toString);
  }
}
