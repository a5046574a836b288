// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.disentangle.train.CheckpointNotWrittenException;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.TrainingDivergedException;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("train")
class CheckpointTest extends CheckpointedRuns {

  private void truncate(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
  }

  @Test
  void anInterruptedRunContinuesBitByBit() throws IOException {
    interruptAfter(27);
    assertEquals(List.of("checkpoint-000000000012.bin", "checkpoint-000000000023.bin"), files());
    assertSameTraining(uninterrupted(50), run(PROCEDURE, settings(50, true)));
    assertEquals(List.of("checkpoint-000000000043.bin", "checkpoint-000000000050.bin"), files());
  }

  @Test
  void aSwitchAtTheCheckpointIsAppliedOnce() throws IOException {
    interruptAfter(15);
    Files.delete(directory.resolve("checkpoint-000000000012.bin"));
    CheckpointSettings atSwitch = new CheckpointSettings(directory.toString(), 5, true);
    TrainingSettings first = new TrainingSettings(2, 4, 15, 11, atSwitch);
    run(PROCEDURE, first);
    TrainingSettings longer = new TrainingSettings(2, 4, 33, 11, atSwitch);
    assertSameTraining(uninterrupted(33), run(PROCEDURE, longer));
  }

  @Test
  void aFinishedRunIsNotTrainedAgain() {
    TrainingResult finished = run(PROCEDURE, settings(20, false));
    TrainingResult again =
        run(
            PROCEDURE,
            settings(20, true),
            (round, progress) -> {
              throw new AssertionError("a round was run");
            });
    assertEquals(finished.state(), again.state());
    assertEquals(finished.history(), again.history());
  }

  @Test
  void aFinishedRunCanBeMadeLongerBitByBit() {
    run(PROCEDURE, settings(30, false));
    assertSameTraining(uninterrupted(41), run(PROCEDURE, settings(41, true)));
  }

  @Test
  void anEarlyStopCanBeResumed() {
    run(PROCEDURE, settings(50, false), (round, progress) -> Wish.STOP);
    assertSameTraining(uninterrupted(20), run(PROCEDURE, settings(20, true)));
  }

  @Test
  void aDamagedCheckpointFallsBackToTheOneBefore() throws IOException {
    interruptAfter(27);
    truncate("checkpoint-000000000023.bin");
    assertSameTraining(uninterrupted(50), run(PROCEDURE, settings(50, true)));
  }

  @Test
  void oneWrongByteIsFound() throws IOException {
    interruptAfter(27);
    Path newest = directory.resolve("checkpoint-000000000023.bin");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 4;
    Files.write(newest, bytes);
    Files.deleteIfExists(directory.resolve(".checkpoint-000000000023.bin.crc"));
    assertSameTraining(uninterrupted(50), run(PROCEDURE, settings(50, true)));
  }

  @Test
  void aDamagedHeaderIsFound() throws IOException {
    interruptAfter(27);
    Path newest = directory.resolve("checkpoint-000000000023.bin");
    byte[] whole = Files.readAllBytes(newest);
    for (int place = 0; place < 12; place++) {
      byte[] bytes = whole.clone();
      bytes[place] ^= (byte) 0x80;
      Files.write(newest, bytes);
      Files.deleteIfExists(directory.resolve(".checkpoint-000000000023.bin.crc"));
      CheckpointFiles files =
          new CheckpointFiles(directory.toString(), spark.hadoopConfiguration());
      Class<? extends Exception> expected =
          place == 5 || place == 6 || place == 7
              ? IllegalArgumentException.class
              : IOException.class;
      assertThrows(
          expected, () -> files.read(files.newestFirst().get(0)), "damage at byte " + place);
    }
  }

  @ParameterizedTest
  @CsvSource({"1400000, 9", "1000000000, 2"})
  void aFullDiskStopsTheRunAndKeepsWhatWasSaved(long room, int renames) throws IOException {
    FullFileSystem.register(spark.hadoopConfiguration());
    FullFileSystem.ROOM.set(room);
    FullFileSystem.RENAMES.set(renames);
    String full = "full://" + directory;
    CheckpointSettings checkpoints = new CheckpointSettings(full, 4, false);
    CheckpointNotWrittenException stop =
        assertThrows(
            CheckpointNotWrittenException.class,
            () -> run(PROCEDURE, new TrainingSettings(2, 4, 50, 11, checkpoints)));
    String message = stop.getMessage();
    assertTrue(message.contains("iteration 12 could not be written to full:"), message);
    assertTrue(
        message.contains("checkpoint-000000000008.bin.\nMake room or allow writing"), message);
    assertEquals(List.of("checkpoint-000000000004.bin", "checkpoint-000000000008.bin"), files());
    FullFileSystem.ROOM.set(Long.MAX_VALUE);
    FullFileSystem.RENAMES.set(Integer.MAX_VALUE);
    CheckpointSettings resume = new CheckpointSettings(full, 4, true);
    assertSameTraining(
        uninterrupted(50), run(PROCEDURE, new TrainingSettings(2, 4, 50, 11, resume)));
  }

  @Test
  void aFullDiskThatIsReportedByAnErrorIsNoOther() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
    FullFileSystem.register(spark.hadoopConfiguration());
    FullFileSystem.ROOM.set(Long.MAX_VALUE);
    FullFileSystem.RENAMES.set(Integer.MAX_VALUE);
    CheckpointSettings checkpoints = new CheckpointSettings("full://" + directory, 4, false);
    TrainingSettings settings = new TrainingSettings(2, 4, 50, 11, checkpoints);
    FullFileSystem.isDevice = true;
    try {
      assertTrue(
          assertThrows(UncheckedIOException.class, () -> run(PROCEDURE, settings))
              .getMessage()
              .contains("No space left on device"));
      assertFalse(Files.exists(directory.resolve(".owner")));
      FullFileSystem.isDevice = false;
      assertThrows(
          CheckpointNotWrittenException.class,
          () ->
              run(
                  PROCEDURE,
                  settings,
                  (round, progress) -> {
                    FullFileSystem.isDevice = true;
                    return Wish.CONTINUE;
                  }));
    } finally {
      FullFileSystem.isDevice = false;
    }
  }

  @Test
  void halfWrittenCheckpointsAreIgnoredAndCleanedUp() throws IOException {
    Path half = directory.resolve(".checkpoint-000000000023.bin.0.aside");
    Files.createDirectories(directory);
    Files.writeString(half, "half");
    assertSameTraining(uninterrupted(20), run(PROCEDURE, settings(20, false)));
    assertFalse(Files.exists(half));
  }

  @Test
  void refusesWhenAllCheckpointsAreDamaged() throws IOException {
    interruptAfter(27);
    truncate("checkpoint-000000000012.bin");
    truncate("checkpoint-000000000023.bin");
    String message = refusal(settings(50, true));
    assertTrue(message.contains("checkpoint-000000000012.bin ("), message);
    assertEquals(List.of("checkpoint-000000000012.bin", "checkpoint-000000000023.bin"), files());
  }

  @Test
  void refusesADirectoryInUseWithoutResume() throws IOException {
    interruptAfter(27);
    List<String> before = files();
    assertTrue(refusal(settings(50, false)).contains("Set resume = true"));
    assertEquals(before, files());
  }

  @Test
  void refusesADirectoryOfSomethingElse() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("thesis.txt"), "mine");
    assertTrue(refusal(settings(50, true)).contains("has thesis.txt but no checkpoint"));
  }

  @Test
  void resumeInAnEmptyDirectoryStartsAtTheBeginning() {
    assertSameTraining(uninterrupted(8), run(PROCEDURE, settings(8, true)));
  }

  @Test
  void refusesACheckpointOfAnotherRunAndSaysWhatDiffers() throws IOException {
    interruptAfter(27);
    CheckpointSettings resume = new CheckpointSettings(directory.toString(), 10, true);
    String message = refusal(new TrainingSettings(1, 4, 50, 12, resume));
    assertTrue(message.contains("seed: 11 in the checkpoint, 12 now"), message);
    assertTrue(message.contains("numWorkers: 2 in the checkpoint, 1 now"), message);
    assertFalse(message.contains("images:"), message);
    RoundLoop loop = new RoundLoop(ToyProcedure.withSwitchAt(16), settings(50, true));
    String other =
        assertThrows(
                IllegalArgumentException.class,
                () -> loop.run(ToyImages.rdd(spark, 61, 3), List.of()))
            .getMessage();
    assertTrue(other.contains("number of images: 60 in the checkpoint, 61 now"), other);
    assertTrue(other.contains("hash of the images: "), other);
    assertTrue(other.contains("switchAt: 15 in the checkpoint, 16 now"), other);
    assertFalse(other.contains("poison"), other);
  }

  @Test
  void refusesACheckpointBeyondTheEnd() throws IOException {
    interruptAfter(27);
    assertTrue(refusal(settings(20, true)).contains("beyond maxIterations = 20"));
  }

  @Test
  void divergenceKeepsTheLastGoodCheckpoint() throws IOException {
    TrainingDivergedException divergence =
        assertThrows(
            TrainingDivergedException.class,
            () -> run(new ToyProcedure(-1, "loss", 17, ""), settings(50, false)));
    assertTrue(
        divergence.lastCheckpoint().orElseThrow().endsWith("checkpoint-000000000012.bin"),
        divergence::getMessage);
    assertEquals(List.of("checkpoint-000000000012.bin"), files());
  }
}
