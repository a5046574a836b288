// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private static final long MAX = 5000;

  @Test
  void aLongRunGivesAboutAHundredLines() {
    List<String> lines = linesOf(1, LongStream.rangeClosed(1, MAX).toArray());
    assertTrue(lines.size() >= 90 && lines.size() <= 101, () -> "lines " + lines.size());
    assertTrue(lines.get(lines.size() - 1).startsWith("task 100%  iteration 5000/5000"));
  }

  @Test
  void aShortRunGivesALineARound() {
    assertEquals(5, linesOf(1, 1000, 2000, 3000, 4000, 5000).size());
  }

  @Test
  void severalRunsShareTheWhole() {
    List<String> lines = linesOf(2, 2500, 5000, 2500, 5000);
    assertEquals(
        List.of("task  25%", "task  50%", "task  75%", "task 100%"),
        lines.stream().map(line -> line.substring(0, 9)).toList());
    assertTrue(lines.get(0).endsWith("ETA 2:05:00"), lines.get(0));
  }

  @Test
  void theLatestScoresStandInEveryLine() {
    StringWriter text = new StringWriter();
    try (Progress progress = lines(1, text)) {
      progress.afterRound(round(1), new TrainingProgress(1000, MAX, 0));
      progress.afterRound(round(2).with(Map.of("mig", 0.25)), new TrainingProgress(2000, MAX, 0));
      progress.afterRound(round(3), new TrainingProgress(3000, MAX, 0));
    }
    List<String> lines = text.toString().lines().toList();
    assertTrue(lines.get(0).contains("  D=0.5000  64 images/s"), lines.get(0));
    assertTrue(lines.get(1).contains("  D=0.5000  mig=0.2500  64 images/s"), lines.get(1));
    assertTrue(lines.get(2).contains("  D=0.5000  mig=0.2500  64 images/s"), lines.get(2));
  }

  @Test
  void aRunDoesNotShowTheScoresOfTheOneBefore() {
    StringWriter text = new StringWriter();
    try (Progress progress = lines(2, text)) {
      progress.afterRound(round(1).with(Map.of("mig", 0.25)), new TrainingProgress(MAX, MAX, 0));
      progress.afterRound(round(1), new TrainingProgress(MAX, MAX, 0));
    }
    List<String> lines = text.toString().lines().toList();
    assertTrue(lines.get(0).contains("mig=0.2500"), lines.get(0));
    assertFalse(lines.get(1).contains("mig"), lines.get(1));
  }

  private static RoundRecord round(long number) {
    return new RoundRecord(number, 1000 * number, Map.of("D", 0.5), 64, 1, 64, 0);
  }

  @Test
  void aPauseDoesNotChangeTheTimeThatIsLeft() {
    ShareDone done = new ShareDone(1);
    for (long round = 1; round <= 20; round++) {
      double seconds = round == 18 ? 36_000 : 2;
      done.add(
          new RoundRecord(round, 10 * round, Map.of(), 640, seconds, 640 / seconds, 0),
          new TrainingProgress(10 * round, 1000, 0));
    }
    assertEquals("2:40", ShareDone.clock(done.eta()));
  }

  @Test
  void aSlowerPhaseIsNoticedSoon() {
    ShareDone done = new ShareDone(1);
    for (long round = 1; round <= 50; round++) {
      double seconds = round > 40 ? 4 : 2;
      done.add(
          new RoundRecord(round, 10 * round, Map.of(), 640, seconds, 640 / seconds, 0),
          new TrainingProgress(10 * round, 1000, 0));
    }
    assertEquals("3:20", ShareDone.clock(done.eta()));
  }

  @Test
  void rowsAfterAPauseAreExpectedAtTheirPaceBeforeIt() {
    StringWriter text = new StringWriter();
    AtomicLong clock = new AtomicLong();
    RowProgress progress = new RowProgress("generate", new PrintWriter(text), clock::get);
    for (long rows = 100; rows <= 800; rows += 100) {
      clock.addAndGet((rows == 700 ? 3600 : 10) * 1_000_000_000L);
      progress.done(rows, 1000);
    }
    List<String> lines = text.toString().lines().toList();
    assertEquals("generate  80%  800/1000 images  10 images/s  ETA 0:20", lines.get(7));
    assertTrue(lines.get(0).endsWith("ETA -"), lines.get(0));
  }

  @Test
  void systemsWithRunsOfOtherLengthsShareTheWhole() {
    StringWriter text = new StringWriter();
    TotalDone done = new TotalDone(List.of(new ShareDone(2, 1000), new ShareDone(2, 4000)));
    try (Progress progress =
        new ProgressLines("task", List.of("a ", "b "), done, new PrintWriter(text))) {
      for (int run = 0; run < 2; run++) {
        progress
            .ofSystem(0)
            .afterRound(
                new RoundRecord(1, 1000, Map.of(), 64_000, 100, 640, 0),
                new TrainingProgress(1000, 1000, 0));
      }
      for (int run = 0; run < 2; run++) {
        progress
            .ofSystem(1)
            .afterRound(
                new RoundRecord(1, 4000, Map.of(), 512_000, 100, 5120, 0),
                new TrainingProgress(4000, 4000, 0));
      }
    }
    List<String> lines = text.toString().lines().toList();
    assertEquals(
        List.of("task  10%  a", "task  20%  a", "task  60%  b", "task 100%  b"),
        lines.stream().map(line -> line.substring(0, 12)).toList());
    assertTrue(lines.get(0).contains("  a iteration 1000/1000  "), lines.get(0));
    assertEquals(
        List.of("15:00", "13:20", "1:40", "0:00"),
        lines.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList());
  }

  private static Progress lines(int runs, StringWriter text) {
    return new ProgressLines("task", List.of(""), TotalDone.of(runs), new PrintWriter(text));
  }

  private static List<String> linesOf(int runs, long... iterations) {
    StringWriter text = new StringWriter();
    try (Progress progress = lines(runs, text)) {
      long before = 0;
      long round = 0;
      for (long iteration : iterations) {
        boolean again = iteration <= before;
        before = again ? 0 : before;
        round = again ? 1 : round + 1;
        long steps = iteration - before;
        before = iteration;
        progress.afterRound(
            new RoundRecord(round, iteration, Map.of("D", 0.5), steps * 64, steps, 64, 0),
            new TrainingProgress(iteration, MAX, 0));
      }
    }
    return text.toString().lines().toList();
  }
}
