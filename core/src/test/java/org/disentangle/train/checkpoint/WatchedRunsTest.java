// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.TrainingState;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.StateScorer;
import org.disentangle.train.ToyImages;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.Watching;
import org.disentangle.train.round.RoundLoop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trainings that are scored on their way, and what their checkpoints keep of that. */
@Tag("train")
class WatchedRunsTest extends CheckpointedRuns {

  private static final double NAN = Double.NaN;

  /** Scores by iteration; what is not among them is a failure of the test. */
  private record Scripted(Map<Long, Double> values, boolean isLargerBetter) implements StateScorer {

    @Override
    public List<String> names() {
      return List.of("score", "iteration");
    }

    @Override
    public Map<String, Double> score(TrainingState state) {
      return Map.of(
          "score", values.get(state.iteration()), "iteration", (double) state.iteration());
    }
  }

  /**
   * Rounds end at 4, 8, 12, the switch at 15, 19, 23, ...; what is due every 10 is at 12, 23, ..
   */
  private static Watching watching(boolean larger, boolean keepBest, long patience, Double... at) {
    Map<Long, Double> values = new TreeMap<>();
    long[] iterations = {12, 23, 31, 43, 50};
    for (int i = 0; i < iterations.length; i++) {
      values.put(iterations[i], at[i]);
    }
    return new Watching(new Scripted(values, larger), 10, keepBest, patience);
  }

  private static TrainingResult run(
      Watching watching, TrainingSettings settings, TrainingListener... listeners) {
    return new RoundLoop(PROCEDURE, settings)
        .watchedBy(watching)
        .run(ToyImages.rdd(spark, 60, 3), List.of(listeners));
  }

  private static TrainingSettings plain() {
    return new TrainingSettings(2, 4, 50, 11, CheckpointSettings.none());
  }

  private static List<Double> curve(TrainingResult result) {
    return result.history().scored().stream().map(round -> round.metrics().get("score")).toList();
  }

  /** Stops a run that is to be resumed as if its driver had gone. */
  private void interruptAfter(long iteration, Watching watching) {
    TrainingListener crash =
        (round, progress) -> {
          if (round.iteration() > iteration) {
            throw new IllegalStateException("the driver is gone");
          }
          return Wish.CONTINUE;
        };
    assertThrows(IllegalStateException.class, () -> run(watching, settings(50, false), crash));
  }

  @Test
  void scoresComeAtTheFirstRoundEndFromEachMultipleAndAtTheEnd() {
    TrainingResult result = run(watching(true, false, 0, .1, .2, .3, .2, .1), plain());
    assertEquals(
        List.of(12L, 23L, 31L, 43L, 50L),
        result.history().scored().stream().map(RoundRecord::iteration).toList());
    assertEquals(List.of("score", "iteration"), sorted(result.history().metricNames()));
    assertSameTraining(uninterrupted(50), result);
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted(Comparator.reverseOrder()).toList();
  }

  @Test
  void theBestIsKeptAndNanIsNever() {
    assertEquals(31, best(true, .1, NAN, .3, .2, .3));
    assertEquals(12, best(false, .1, .2, NAN, .2, .3));
    assertEquals(43, best(true, NAN, NAN, NAN, .0, NAN));
    assertEquals(43, best(false, NAN, NAN, NAN, Double.MAX_VALUE, NAN));
    assertEquals(50, best(true, NAN, NAN, NAN, NAN, NAN), "the last one where none is a number");
  }

  private static long best(boolean larger, Double... values) {
    return run(watching(larger, true, 0, values), plain()).state().iteration();
  }

  @Test
  void aTrainingWithoutBetterScoresEnds() {
    TrainingResult ended = run(watching(true, false, 19, .2, .1, .2, .3, .3), plain());
    assertEquals(31, ended.state().iteration());
    assertTrue(ended.stoppedEarly());
    assertEquals(uninterrupted(31).state(), ended.state());
    TrainingResult whole = run(watching(true, false, 20, .2, .1, .2, .3, .3), plain());
    assertFalse(whole.stoppedEarly());
  }

  @Test
  void aResumedRunHasTheSameCurveAndTheSameBest() {
    Watching watching = watching(true, true, 0, .1, .4, .3, NAN, .4);
    TrainingResult whole = run(watching, plain());
    interruptAfter(31, watching);
    TrainingResult resumed = run(watching, settings(50, true));
    assertEquals(curve(whole), curve(resumed));
    assertEquals(23, resumed.state().iteration());
    assertEquals(whole.state(), resumed.state());
  }

  @Test
  void aRunThatEndedItselfStaysEnded() {
    Watching watching = watching(true, true, 10, .4, .3, .5, .5, .5);
    TrainingResult ended = run(watching, settings(50, false));
    assertEquals(12, ended.state().iteration());
    assertEquals(23, ended.history().last().iteration());
    List<Long> more = new ArrayList<>();
    TrainingResult again =
        run(
            watching,
            settings(50, true),
            (round, progress) -> {
              more.add(round.iteration());
              return Wish.CONTINUE;
            });
    assertEquals(List.of(), more);
    assertEquals(ended.state(), again.state());
    assertEquals(ended.history(), again.history());
  }

  @Test
  void allCheckpointsCanBeKeptAlsoOverAResume() throws IOException {
    interruptAfter(27);
    CheckpointSettings all = new CheckpointSettings(directory.toString(), 10, true, 0);
    run(PROCEDURE, new TrainingSettings(2, 4, 50, 11, all));
    List<Long> kept =
        FinishedCheckpoints.list(directory.toString(), spark.hadoopConfiguration()).stream()
            .map(FinishedCheckpoints.Entry::iteration)
            .toList();
    assertEquals(List.of(12L, 23L, 31L, 43L, 50L), kept);
    assertEquals(
        uninterrupted(31).state(),
        FinishedCheckpoints.read(directory.toString(), 31, spark.hadoopConfiguration()).state());
    String refusal =
        assertThrows(
                InvalidInputException.class,
                () ->
                    FinishedCheckpoints.read(directory.toString(), 30, spark.hadoopConfiguration()))
            .getMessage();
    assertTrue(refusal.contains("iteration 30; it has those of [12, 23, 31, 43, 50]"), refusal);
  }

  /** Files of runs that are not watched are those of earlier versions, byte by byte. */
  @Test
  void whatIsNotThereIsNotWritten() throws IOException {
    run(PROCEDURE, settings(20, false));
    long plain = Files.size(directory.resolve("checkpoint-000000000020.bin"));
    TrainingResult result =
        new RoundLoop(PROCEDURE, settings(20, true)).run(ToyImages.rdd(spark, 60, 3), List.of());
    assertEquals(20, result.state().iteration());
    FinishedCheckpoints.remove(directory.toString(), spark.hadoopConfiguration());
    new RoundLoop(PROCEDURE, settings(20, false))
        .describedBy("what it is")
        .run(ToyImages.rdd(spark, 60, 3), List.of());
    long described = Files.size(directory.resolve("checkpoint-000000000020.bin"));
    assertEquals(plain + "model".length() + 2 + 4 + 4 + "what it is".length(), described);
    assertEquals(
        "what it is",
        FinishedCheckpoints.read(directory.toString(), 20, spark.hadoopConfiguration()).model());
  }

  @Test
  void aRunStartsFromAGivenState() {
    TrainingState given = new TrainingState(0, uninterrupted(12).state().networks());
    RoundLoop loop = new RoundLoop(PROCEDURE, settings(20, false)).startingFrom(given);
    TrainingResult result = loop.run(ToyImages.rdd(spark, 60, 3), List.of());
    assertFalse(result.state().equals(uninterrupted(20).state()));
    String refusal = refusal(settings(20, true).checkpoints(), given);
    assertTrue(refusal.contains("hash of the initial state"), refusal);
  }

  private String refusal(CheckpointSettings checkpoints, TrainingState given) {
    TrainingState other = new TrainingState(0, uninterrupted(4).state().networks());
    assertFalse(other.equals(given));
    RoundLoop loop =
        new RoundLoop(PROCEDURE, new TrainingSettings(2, 4, 20, 11, checkpoints))
            .startingFrom(other);
    return assertThrows(
            InvalidInputException.class, () -> loop.run(ToyImages.rdd(spark, 60, 3), List.of()))
        .getMessage();
  }
}
