// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small trainings with checkpoints in a folder of the test's, for tests to interrupt and resume.
 */
public abstract class CheckpointedRuns {

  public static final ToyProcedure PROCEDURE = ToyProcedure.withSwitchAt(15);

  private static final Map<Long, TrainingResult> UNINTERRUPTED = new HashMap<>();
  private static final Map<Long, Map<String, byte[]>> INTERRUPTED = new HashMap<>();

  public static JavaSparkContext spark;

  @TempDir Path temporary;
  public Path directory;

  @BeforeAll
  public static void start() {
    spark = JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
  }

  @BeforeEach
  public void chooseDirectory() {
    directory = temporary.resolve("checkpoints");
  }

  public TrainingSettings settings(long iterations, boolean resume) {
    CheckpointSettings checkpoints = new CheckpointSettings(directory.toString(), 10, resume);
    return new TrainingSettings(2, 4, iterations, 11, checkpoints);
  }

  public static TrainingResult run(
      ToyProcedure procedure, TrainingSettings settings, TrainingListener... listeners) {
    return new RoundLoop(procedure, settings).run(ToyImages.rdd(spark, 60, 3), List.of(listeners));
  }

  /** Trained once per length. */
  public static TrainingResult uninterrupted(long iterations) {
    return UNINTERRUPTED.computeIfAbsent(
        iterations,
        length ->
            run(PROCEDURE, new TrainingSettings(2, 4, length, 11, CheckpointSettings.none())));
  }

  /** Leaves what a run of 50 iterations leaves whose driver is gone then; run once per place. */
  public void interruptAfter(long iteration) throws IOException {
    Map<String, byte[]> left = INTERRUPTED.get(iteration);
    if (left == null) {
      crashAfter(iteration);
      left = new TreeMap<>();
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          left.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      INTERRUPTED.put(iteration, left);
    }
    Files.createDirectories(directory);
    for (Map.Entry<String, byte[]> file : left.entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private void crashAfter(long iteration) {
    TrainingListener crash =
        (round, progress) -> {
          if (round.iteration() > iteration) {
            throw new IllegalStateException("the driver is gone");
          }
          return Wish.CONTINUE;
        };
    assertThrows(IllegalStateException.class, () -> run(PROCEDURE, settings(50, false), crash));
  }

  public String refusal(TrainingSettings settings) {
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> run(PROCEDURE, settings));
    return refusal.getMessage();
  }

  public List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .sorted()
          .toList();
    }
  }

  public static void assertSameTraining(TrainingResult expected, TrainingResult actual) {
    assertEquals(expected.state(), actual.state());
    assertEquals(
        expected.history().rounds().stream().map(RoundRecord::losses).toList(),
        actual.history().rounds().stream().map(RoundRecord::losses).toList());
  }
}
