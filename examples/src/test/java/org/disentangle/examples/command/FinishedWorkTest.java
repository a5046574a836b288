// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a command is over: no checkpoints that nobody asked for, and no lost words. */
@Tag("train")
class FinishedWorkTest {

  private static final String TRAIN =
      "train --data dsprites:imageSize=32,sample=200 --preset small32 --batch-size 8 --max-iter 2 --cr-start 1"
          + " --averaging-frequency 2 --out %s";

  @TempDir Path folder;

  @Test
  void checkpointsGoWithTheSavedModelUnlessTheyAreKept() {
    Path model = folder.resolve("m");
    Path checkpoints = folder.resolve("m-checkpoints");
    CommandRun run = success(TRAIN, model);
    assertTrue(run.out().contains("checkpoints removed: " + checkpoints), run::out);
    assertFalse(Files.exists(checkpoints));
    run = success(TRAIN + "/ --resume --overwrite --keep-checkpoints", model);
    assertTrue(
        run.err().contains("no checkpoint in " + checkpoints + ": the run starts at the beginning"),
        run::err);
    assertTrue(run.out().contains("checkpoints: " + checkpoints), run::out);
    assertTrue(Files.exists(checkpoints.resolve("checkpoint-000000000002.bin")));
  }

  @Test
  void oldCheckpointsAreContinuedOrReplacedByOptionsOfTheCommand() throws IOException {
    Path model = folder.resolve("m");
    Path checkpoints = Files.createDirectories(folder.resolve("m-checkpoints"));
    Path old = Files.writeString(checkpoints.resolve("checkpoint-000000000001.bin"), "old");
    CommandRun refused = CommandRun.of(TRAIN, model);
    assertEquals(2, refused.exitCode(), refused::err);
    assertTrue(refused.err().contains("parameter --checkpoint-dir"), refused::err);
    assertTrue(refused.err().contains("--resume"), refused::err);
    assertTrue(refused.err().contains("--overwrite"), refused::err);
    CommandRun mistyped = CommandRun.of(TRAIN + " --overwrite --lambda -1", model);
    assertEquals(2, mistyped.exitCode(), mistyped::err);
    assertTrue(Files.exists(old));
    success(TRAIN + " --overwrite", model);
    assertFalse(Files.exists(checkpoints));
  }

  @Test
  void oldRunsOfASelectionAreContinuedOrReplacedToo() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("s-runs/run-0"));
    CommandRun refused =
        CommandRun.of(
            "select --data dsprites:imageSize=32,sample=200 --preset small32 --out %s",
            folder.resolve("s"));
    assertEquals(2, refused.exitCode(), refused::err);
    assertTrue(refused.err().contains("--resume, or start again with --overwrite"), refused::err);
    assertTrue(Files.exists(runs));
  }

  @Test
  void anOutputThatDidNotArriveIsAFailure() {
    SharedSpark.session();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    StringWriter err = new StringWriter();
    for (String words : new String[] {"bench predict", "train --help", "--version"}) {
      int code =
          DisentangleCommand.commandLine()
              .setOut(new PrintWriter(full, false, StandardCharsets.UTF_8))
              .setErr(new PrintWriter(err))
              .execute(words.split(" "));
      assertEquals(2, code, words);
      assertTrue(err.toString().contains("standard output cannot"), err::toString);
    }
  }
}
