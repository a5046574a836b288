// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disentangle.file.Place;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHistoryTest {

  private static final RoundRecord FIRST =
      new RoundRecord(1, 10, Map.of("D", 1.25), 640, 0.5, 1280, 0.1);
  private static final RoundRecord SECOND =
      new RoundRecord(2, 20, Map.of("D", 1.5, "CR", 0.75), 640, 0.25, 2560, 0);
  private static final TrainingProgress PROGRESS = new TrainingProgress(10, 20, 1);

  @TempDir Path folder;

  @Test
  void filesAreThereWhileTheTrainingRuns() throws Exception {
    Path csv = folder.resolve("history.csv");
    LiveHistory live =
        new LiveHistory(
            Duration.ZERO, List.of(history -> new HistoryCsv(history).write(Place.of(csv), true)));
    assertEquals(Wish.CONTINUE, live.afterRound(FIRST, PROGRESS));
    assertEquals(
        """
        round,iteration,images,seconds,imagesPerSecond,averagingShare,loss_D
        1,10,640,0.5,1280.0,0.1,1.25
        """,
        Files.readString(csv));
    live.afterRound(SECOND, PROGRESS);
    assertEquals(
        """
        round,iteration,images,seconds,imagesPerSecond,averagingShare,loss_D,loss_CR
        1,10,640,0.5,1280.0,0.1,1.25,
        2,20,640,0.25,2560.0,0.0,1.5,0.75
        """,
        Files.readString(csv));
  }

  @Test
  void notEveryRoundIsShown() {
    List<History> shown = new ArrayList<>();
    LiveHistory live = new LiveHistory(Duration.ofHours(1), List.of(shown::add));
    live.afterRound(FIRST, PROGRESS);
    live.afterRound(SECOND, PROGRESS);
    assertEquals(1, shown.size());
    live.show(new History(List.of("D", "CR"), List.of(FIRST, SECOND)));
    assertEquals(2, shown.get(1).rounds().size());
  }
}
