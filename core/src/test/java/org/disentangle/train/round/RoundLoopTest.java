// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.LoggingListener;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingDivergedException;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingProgress;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("train")
class RoundLoopTest {

  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    spark = JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
  }

  private static TrainingResult run(
      TrainingProcedure procedure, int workers, int frequency, long iterations) {
    return run(procedure, workers, frequency, iterations, List.of());
  }

  private static TrainingResult run(
      TrainingProcedure procedure,
      int workers,
      int frequency,
      long iterations,
      List<TrainingListener> listeners) {
    TrainingSettings settings =
        new TrainingSettings(workers, frequency, iterations, 11, CheckpointSettings.none());
    return new RoundLoop(procedure, settings).run(ToyImages.rdd(spark, 60, 3), listeners);
  }

  private static List<Long> roundEnds(TrainingResult result) {
    return result.history().rounds().stream().map(RoundRecord::iteration).toList();
  }

  @Test
  void roundsEndAtTheFrequencyAtSwitchesAndAtTheEnd() {
    TrainingResult result = run(ToyProcedure.withSwitchAt(13), 2, 5, 20);
    assertEquals(List.of(5L, 10L, 13L, 18L, 20L), roundEnds(result));
    assertEquals(20, result.state().iteration());
    assertEquals(20, result.state().network("D").updates());
    assertEquals(7, result.state().network("G").updates());
    assertFalse(result.stoppedEarly());
  }

  @Test
  void batchesInWhichSomethingWouldNotLearnAreRefused() {
    TrainingSettings settings = new TrainingSettings(1, 1, 1, 11, CheckpointSettings.none());
    AdamSettings adam = AdamSettings.usual(1e-3);
    InfoGanProcedure single =
        new InfoGanProcedure(
            TinyNetworks.networks(true),
            TinyNetworks.LATENT,
            1,
            0.2,
            ContrastSchedule.NONE,
            InfoGanOptimisers.all(adam));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new RoundLoop(single, settings).run(ToyImages.rdd(spark, 60, 3), List.of()));
    assertEquals(
        "batchSize: found 1; expected at least 2, because layer fc1_bn of network G normalises"
            + " over the batch.",
        refusal.getMessage());
  }

  @Test
  void aSwitchAtTheStartIsApplied() {
    TrainingResult result = run(ToyProcedure.withSwitchAt(0), 2, 5, 5);
    assertEquals(Set.of("D", "G", "CR"), result.history().rounds().get(0).losses().keySet());
    assertNotEquals(run(ToyProcedure.withSwitchAt(-1), 2, 5, 5).state(), result.state());
  }

  @Test
  void oneWorkerIsNotChangedByAveraging() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(9);
    assertEquals(run(procedure, 1, 17, 17).state(), run(procedure, 1, 1, 17).state());
  }

  @Test
  void severalWorkersAreAveragedInEveryRound() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(-1);
    assertNotEquals(run(procedure, 2, 6, 6).state(), run(procedure, 2, 2, 6).state());
    assertNotEquals(run(procedure, 2, 6, 6).state(), run(procedure, 1, 6, 6).state());
  }

  @Test
  void theHistorySaysWhatHappened() {
    TrainingResult result = run(ToyProcedure.withSwitchAt(5), 2, 5, 10);
    assertEquals(List.of("D", "G", "CR"), result.history().lossNames());
    RoundRecord first = result.history().rounds().get(0);
    RoundRecord second = result.history().rounds().get(1);
    assertEquals(List.of("D", "G"), List.copyOf(first.losses().keySet()));
    assertEquals(List.of("D", "G", "CR"), List.copyOf(second.losses().keySet()));
    assertEquals(2, second.round());
    assertEquals(2 * 5 * ToyProcedure.BATCH, first.images());
    assertEquals(first.images() / first.seconds(), first.imagesPerSecond(), 1e-9);
    assertTrue(first.averagingShare() > 0 && first.averagingShare() < 1);
  }

  @Test
  void listenersHearOfTheStartWhenTheDataHasBeenAccepted() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void beforeRounds() {
            heard.add("start");
          }

          @Override
          public Wish afterRound(RoundRecord round, TrainingProgress progress) {
            heard.add("round " + round.round());
            return Wish.CONTINUE;
          }
        };
    ToyProcedure procedure = ToyProcedure.withSwitchAt(-1);
    assertThrows(
        IllegalArgumentException.class, () -> run(procedure, 100, 5, 10, List.of(listener)));
    assertEquals(List.of(), heard);
    run(procedure, 2, 5, 10, List.of(listener));
    assertEquals(List.of("start", "round 1", "round 2"), heard);
  }

  @Test
  void listenersHearEveryRoundAndItsProgress() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        (round, progress) -> {
          heard.add(progress.iteration() + "/" + progress.maxIterations());
          assertEquals(progress.iteration() == 12, progress.etaSeconds() == 0);
          return Wish.CONTINUE;
        };
    run(ToyProcedure.withSwitchAt(-1), 2, 5, 12, List.of(listener, new LoggingListener()));
    assertEquals(List.of("5/12", "10/12", "12/12"), heard);
  }

  @Test
  void aListenerCanStopTheRun() {
    TrainingListener stopAtTen =
        (round, progress) -> round.iteration() >= 10 ? Wish.STOP : Wish.CONTINUE;
    ToyProcedure procedure = ToyProcedure.withSwitchAt(-1);
    TrainingResult result = run(procedure, 2, 5, 100, List.of(stopAtTen));
    assertTrue(result.stoppedEarly());
    assertEquals(run(procedure, 2, 5, 10).state(), result.state());
  }

  @ParameterizedTest
  @CsvSource({"loss, loss D is NaN at iteration 7", "parameter, network G has a NaN or infinite"})
  void stopsWhenTrainingDiverges(String poison, String expected) {
    List<Long> rounds = new ArrayList<>();
    TrainingListener listener =
        (round, progress) -> {
          rounds.add(round.iteration());
          return Wish.CONTINUE;
        };
    TrainingDivergedException divergence =
        assertThrows(
            TrainingDivergedException.class,
            () -> run(new ToyProcedure(-1, poison, 7, ""), 2, 5, 20, List.of(listener)));
    assertTrue(divergence.getMessage().contains(expected), divergence::getMessage);
    assertTrue(divergence.getMessage().contains("\nLower the learning rates, lambda"));
    assertTrue(divergence.lastCheckpoint().isEmpty());
    assertEquals(List.of(5L), rounds);
  }

  @Test
  void stopsWhenOneNetworkHasWonAndKeepsTheCheckpointFromBefore(@TempDir Path folder) {
    ToyProcedure procedure = new ToyProcedure(-1, "collapse", 10, "");
    CheckpointSettings checkpoints = new CheckpointSettings(folder.toString(), 5, false);
    TrainingSettings settings = new TrainingSettings(2, 5, 60, 11, checkpoints, 20);
    TrainingCollapsedException collapse =
        assertThrows(
            TrainingCollapsedException.class,
            () -> new RoundLoop(procedure, settings).run(ToyImages.rdd(spark, 60, 2), List.of()));
    assertEquals(30, collapse.iteration());
    String message = collapse.getMessage();
    assertTrue(message.contains("loss D has stayed below -1000000.0 since iteration 10"), message);
    assertTrue(message.contains("\nLower the learning rate of D"), message);
    String last = collapse.lastCheckpoint().orElseThrow();
    assertTrue(last.endsWith("checkpoint-000000000010.bin"), last);
    assertTrue(message.contains(last), message);
  }

  /** Whether a run is watched or not; and what is not finite then is not the reason told. */
  @Test
  void stopsWhenALossFallsBelowItsFloorAndThrowsTheStepAway(@TempDir Path folder) {
    ToyProcedure procedure = new ToyProcedure(-1, "fall", 12, "");
    CheckpointSettings checkpoints = new CheckpointSettings(folder.toString(), 5, false);
    TrainingSettings settings = new TrainingSettings(2, 5, 60, 11, checkpoints, 0);
    TrainingCollapsedException collapse =
        assertThrows(
            TrainingCollapsedException.class,
            () -> new RoundLoop(procedure, settings).run(ToyImages.rdd(spark, 60, 2), List.of()));
    assertEquals(12, collapse.iteration());
    String message = collapse.getMessage();
    assertTrue(message.contains("loss G is -2000000.0, below -1000000.0"), message);
    assertTrue(message.contains("\nCatch G."), message);
    assertTrue(collapse.lastCheckpoint().orElseThrow().endsWith("000000000010.bin"), message);
  }

  @Test
  void aRunThatIsNotWatchedGoesOn() {
    TrainingResult result = run(new ToyProcedure(-1, "collapse", 10, ""), 2, 5, 60);
    assertEquals(60, result.state().iteration());
  }

  @Test
  void stopsWhenTrainingDivergesAndExecutorsAverage() {
    TrainingSettings settings = new TrainingSettings(2, 5, 20, 3, CheckpointSettings.none());
    RoundLoop loop = new RoundLoop(new ToyProcedure(-1, "loss", 7, ""), settings, 0);
    TrainingDivergedException divergence =
        assertThrows(
            TrainingDivergedException.class,
            () -> loop.run(ToyImages.rdd(spark, 60, 2), List.of()));
    assertTrue(
        divergence.getMessage().contains("loss D is NaN at iteration 7"), divergence::getMessage);
  }

  @Test
  void anInactiveLossMeansNothing() {
    assertEquals(
        run(ToyProcedure.withSwitchAt(-1), 2, 5, 10).state(),
        run(new ToyProcedure(-1, "inactive", 7, ""), 2, 5, 10).state());
  }

  @Test
  void leavesNothingBehind() {
    spark.setLocalProperty("spark.job.description", "outer");
    int persisted = spark.getPersistentRDDs().size();
    try {
      run(ToyProcedure.withSwitchAt(3), 2, 5, 10);
      assertEquals("outer", spark.getLocalProperty("spark.job.description"));
      assertEquals(persisted, spark.getPersistentRDDs().size());
    } finally {
      spark.setLocalProperty("spark.job.description", null);
    }
  }

  @Test
  void sessionsAreSharedByRoundsAndClosedAtTheEnd() {
    int opened = ToyProcedure.OPENED.get();
    int closed = ToyProcedure.CLOSED.get();
    run(ToyProcedure.withSwitchAt(4), 2, 1, 20);
    int newlyOpened = ToyProcedure.OPENED.get() - opened;
    assertTrue(newlyOpened >= 1 && newlyOpened <= 2, () -> "sessions opened: " + newlyOpened);
    assertEquals(newlyOpened, ToyProcedure.CLOSED.get() - closed);
  }

  @Test
  void aFailedStepEndsTheRunAndClosesItsSession() {
    int opened = ToyProcedure.OPENED.get();
    int closed = ToyProcedure.CLOSED.get();
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      Exception failure =
          assertThrows(
              Exception.class, () -> run(new ToyProcedure(-1, "failure", 7, ""), 1, 5, 20));
      assertTrue(failure.getMessage().contains("the step failed"), failure::getMessage);
    }
    assertEquals(ToyProcedure.OPENED.get() - opened, ToyProcedure.CLOSED.get() - closed);
    assertTrue(spark.getPersistentRDDs().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"numWorkers", "averagingFrequency", "maxIterations"})
  void refusesSettingsBelowOne(String name) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new TrainingSettings(
                    name.equals("numWorkers") ? 0 : 1,
                    name.equals("averagingFrequency") ? -1 : 1,
                    name.equals("maxIterations") ? 0 : 1,
                    1,
                    CheckpointSettings.none()));
    assertTrue(refusal.getMessage().startsWith(name + " is "), refusal::getMessage);
  }
}
