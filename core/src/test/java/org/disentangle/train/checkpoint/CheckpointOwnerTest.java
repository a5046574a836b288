// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.testing.ObjectStoreFileSystem;
import org.disentangle.train.CheckpointsTakenException;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class CheckpointOwnerTest extends CheckpointedRuns {

  @Test
  void aDirectoryThatAnotherRunHoldsIsRefused() throws IOException {
    List<String> refusals = new ArrayList<>();
    TrainingListener second =
        (round, progress) -> {
          if (round.round() == 2) {
            refusals.add(refusal(settings(50, true)));
          }
          return Wish.CONTINUE;
        };
    TrainingResult first = run(PROCEDURE, settings(50, false), second);
    assertSameTraining(uninterrupted(50), first);
    assertEquals(1, refusals.size());
    String self = "is held by a run of process " + ProcessHandle.current().pid();
    assertTrue(refusals.get(0).contains(self), refusals.get(0));
    assertFalse(Files.exists(directory.resolve(".owner")));
  }

  @Test
  void aClaimThatIsJustBeingWrittenIsWaitedFor() throws Exception {
    interruptAfter(27);
    Path owner = directory.resolve(".owner");
    Files.createFile(owner);
    Thread writer = new Thread(() -> writeLater(owner));
    writer.start();
    String message = refusal(settings(50, true));
    writer.join();
    assertTrue(message.contains("process 7 on elsewhere"), message);
  }

  private void writeLater(Path owner) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    claim("elsewhere", 7);
  }

  @Test
  void theClaimOfAProcessThatIsGoneIsVoid() throws Exception {
    interruptAfter(27);
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    claim(InetAddress.getLocalHost().getHostName(), dead.pid());
    assertSameTraining(uninterrupted(50), run(PROCEDURE, settings(50, true)));
  }

  @Test
  void theClaimOfAnotherMachineHoldsForADay() throws IOException {
    interruptAfter(27);
    claim("elsewhere", 7);
    String message = refusal(settings(50, true));
    assertTrue(message.contains("process 7 on elsewhere"), message);
    assertTrue(message.contains("delete file:" + directory.resolve(".owner")), message);
    Files.setLastModifiedTime(
        directory.resolve(".owner"), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    assertSameTraining(uninterrupted(50), run(PROCEDURE, settings(50, true)));
  }

  /** An object store keeps the time of writing, whatever time is set. */
  @Test
  void aClaimIsRenewedWhereTimesCannotBeSet() throws IOException {
    Configuration hadoop = new Configuration();
    ObjectStoreFileSystem.register(hadoop, temporary);
    org.apache.hadoop.fs.Path place = new org.apache.hadoop.fs.Path("objects://bucket/checkpoints");
    Path file = directory.resolve(".owner");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(23)));
    try (CheckpointOwner owner = CheckpointOwner.claim(place.getFileSystem(hadoop), place)) {
      Files.setLastModifiedTime(file, old);
      owner.renew();
      assertTrue(Files.getLastModifiedTime(file).compareTo(old) > 0);
      owner.renew();
    }
    assertFalse(Files.exists(directory));
  }

  @Test
  void aRunWhoseDirectoryWasTakenOverStops() {
    TrainingListener thief =
        (round, progress) -> {
          claim("elsewhere", 7);
          return Wish.CONTINUE;
        };
    CheckpointsTakenException stop =
        assertThrows(
            CheckpointsTakenException.class, () -> run(PROCEDURE, settings(50, false), thief));
    assertTrue(stop.getMessage().contains("Another run has taken over"), stop::getMessage);
  }

  private void claim(String host, long pid) {
    try {
      Files.writeString(
          directory.resolve(".owner"),
          String.format(Locale.ROOT, "token %s %d 2026-01-01T00:00:00Z", host, pid));
      Files.deleteIfExists(directory.resolve("..owner.crc"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
