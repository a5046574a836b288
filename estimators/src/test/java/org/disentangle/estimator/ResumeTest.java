// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertFitRefused;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.OddNames;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupted fits go on where they were; directories of other fits are refused. */
@Tag("train")
class ResumeTest {

  @TempDir Path folder;

  private InfoGanCr checkpointed() {
    return infoGanCr()
        .setMaxIter(8)
        .setCrStart(4)
        .setCheckpointInterval(2)
        .setCheckpointDir(folder.toString());
  }

  private void interruptAt4(boolean byException) {
    InfoGanCr interrupted =
        checkpointed()
            .addListener(
                (round, progress) -> {
                  if (round.iteration() == 4 && byException) {
                    throw new IllegalStateException("interrupted");
                  }
                  return round.iteration() == 4 ? Wish.STOP : Wish.CONTINUE;
                });
    if (byException) {
      assertThrows(IllegalStateException.class, () -> interrupted.fit(sprites()));
    } else {
      assertEquals(4, interrupted.fit(sprites()).data().state().iteration());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void resumedEqualsUninterrupted(boolean byException) {
    InfoGanCrModel whole = checkpointed().setCheckpointDir("").fit(sprites());
    interruptAt4(byException);
    InfoGanCrModel resumed = checkpointed().setResume(true).fit(sprites().repartition(3));
    assertEquals(whole.data().state(), resumed.data().state());
    assertEquals(
        whole.summary().rounds().stream().map(RoundRecord::losses).toList(),
        resumed.summary().rounds().stream().map(RoundRecord::losses).toList());
  }

  @Test
  void aDirectoryMayHaveAnyName() throws IOException {
    String own = folder.resolve(OddNames.WORST).toString();
    InfoGanCr estimator =
        infoGanCr().setMaxIter(2).setCrStart(1).setCheckpointInterval(2).setCheckpointDir(own);
    estimator.fit(sprites());
    assertEquals(List.of(OddNames.WORST), names());
    InfoGanCrModel resumed = estimator.setMaxIter(4).setResume(true).fit(sprites());
    assertEquals(4, resumed.data().state().iteration());
    assertFitRefused(
        infoGanCr().setCheckpointDir("nosuch://host/x"), sprites(), "checkpointDir", "'nosuch'");
  }

  @Test
  void directoriesOfOtherFitsAreRefusedAndKept() throws IOException {
    interruptAt4(false);
    List<String> before = names();
    String dir = folder.toString();
    assertFitRefused(checkpointed(), sprites(), dir, "not empty", "resume");
    assertFitRefused(
        checkpointed().setResume(true).setSeed(1), sprites(), dir, "of another run", "seed: 42");
    assertFitRefused(
        checkpointed().setResume(true).setLambda(0.9), sprites(), dir, "of another run");
    assertFitRefused(
        checkpointed().setResume(true), sprites().limit(100), "number of images: 128", "100 now");
    assertFitRefused(
        checkpointed().setResume(true).setMaxIter(2).setCrStart(1), sprites(), "checkpoint");
    assertEquals(before, names());
  }

  @Test
  void foreignDirectoriesAreRefusedAndKept() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    for (boolean resume : new boolean[] {false, true}) {
      assertFitRefused(checkpointed().setResume(resume), sprites(), folder.toString(), "notes.txt");
    }
    assertEquals(List.of("notes.txt"), names());
  }

  @Test
  void damagedCheckpointsAreRefused() throws IOException {
    Files.writeString(folder.resolve("checkpoint-000000000004.bin"), "no checkpoint");
    assertFitRefused(
        checkpointed().setResume(true),
        sprites(),
        folder.toString(),
        "can be read",
        "does not begin like a checkpoint");
  }

  @Test
  void resumingNeedsADirectory() {
    assertFitRefused(infoGanCr().setResume(true), sprites(), "resume needs a checkpointDir");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
