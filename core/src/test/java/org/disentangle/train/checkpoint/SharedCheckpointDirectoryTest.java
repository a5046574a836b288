// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.disentangle.testing.Await;
import org.disentangle.testing.ChildJvm;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingProgress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two drivers, each in a JVM of its own, that are given the same checkpoint directory. */
@Tag("cluster")
class SharedCheckpointDirectoryTest extends CheckpointedRuns {

  private static final long ITERATIONS = 50;
  private static final long CHILD_WAITS_AFTER = 27;
  private static final String WAITING = "waiting";

  /** The child JVM: trains until it is killed. */
  public static void main(String[] arguments) {
    SharedCheckpointDirectoryTest child = new SharedCheckpointDirectoryTest();
    child.directory = Path.of(arguments[0]);
    start();
    run(PROCEDURE, child.settings(ITERATIONS, false), SharedCheckpointDirectoryTest::waitLate);
  }

  private static Wish waitLate(RoundRecord round, TrainingProgress progress) {
    if (round.iteration() > CHILD_WAITS_AFTER) {
      System.out.println(WAITING);
      while (true) {
        LockSupport.park();
      }
    }
    return Wish.CONTINUE;
  }

  @Test
  void theSecondIsRefusedUntilTheFirstIsKilledAndThenGoesOn() throws Exception {
    Path log = temporary.resolve("log");
    Process child =
        ChildJvm.start(
            ChildJvm.of(SharedCheckpointDirectoryTest.class, "512m", directory.toString()), log);
    try {
      Await.until(
          "the first checkpoint", () -> !child.isAlive() || Files.exists(directory) && hasOne());
      assertRefused(child, log);
      Await.until(
          "the late round", () -> !child.isAlive() || Files.readString(log).contains(WAITING));
      List<String> before = files();
      assertRefused(child, log);
      assertEquals(before, files());
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertTrue(Files.exists(directory.resolve(".owner")), "the child gave its directory up");

    List<Long> rounds = new ArrayList<>();
    TrainingListener seen =
        (round, progress) -> {
          rounds.add(round.iteration());
          return Wish.CONTINUE;
        };
    assertSameTraining(uninterrupted(ITERATIONS), run(PROCEDURE, settings(ITERATIONS, true), seen));
    assertTrue(rounds.get(0) > 20, () -> "began anew: " + rounds);
    assertFalse(Files.exists(directory.resolve(".owner")));
  }

  private boolean hasOne() throws Exception {
    return files().stream().anyMatch(CheckpointFiles::isCheckpoint);
  }

  private void assertRefused(Process child, Path log) throws Exception {
    assertTrue(child.isAlive(), Files.readString(log));
    String message = refusal(settings(ITERATIONS, true));
    assertTrue(
        message.contains(
            String.format(Locale.ROOT, "is held by a run of process %d on ", child.pid())),
        message);
  }
}
