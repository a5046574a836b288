// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.disentangle.examples.bench.MemoryWatch.MemorySample;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;

/**
 * A long training with checkpoints: what memory and threads it holds, and what checkpoints cost.
 */
public final class SoakBench {

  private static final long SEED = 42;
  private static final int AVERAGING_FREQUENCY = 100;
  private static final int SAMPLES = 400;
  private static final int LEAST_MILLIS = 20;

  /**
   * A figure at the beginning and at the end of the time.
   *
   * @param second largest in the second quarter, when everything is warm
   * @param last largest in the last quarter
   */
  public record Change(double second, double last) {}

  /**
   * What was measured.
   *
   * @param outsideRounds share of the time between the first and the last round's end that was not
   *     spent in rounds: checkpoints above all
   */
  public record Report(
      String preset,
      int batchSize,
      int workers,
      long checkpointInterval,
      double minutes,
      long iterations,
      double outsideRounds,
      Change heapMegabytes,
      Change nativeMegabytes,
      Change processMegabytes,
      Change threads,
      List<MemorySample> samples) {}

  private final BenchSubject subject;
  private final int workers;
  private final long checkpointInterval;
  private final double seconds;

  /**
   * @param checkpointInterval iterations between checkpoints, at least 1
   * @param seconds of training
   */
  public SoakBench(BenchSubject subject, int workers, long checkpointInterval, double seconds) {
    this.subject = subject;
    this.workers = workers;
    this.checkpointInterval = checkpointInterval;
    this.seconds = seconds;
  }

  /**
   * Trains and looks.
   *
   * @param listener called for every round too
   */
  public Report run(SparkSession spark, TrainingListener listener) throws IOException {
    List<RoundRecord> rounds = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    long start = System.nanoTime();
    long interval = Math.max(LEAST_MILLIS, (long) (1000 * seconds / SAMPLES));
    List<MemorySample> samples;
    try (TemporaryFolder checkpoints = TemporaryFolder.create();
        MemoryWatch watch = MemoryWatch.every(interval)) {
      TrainingSettings settings =
          new TrainingSettings(
              workers,
              AVERAGING_FREQUENCY,
              Long.MAX_VALUE / 4,
              SEED,
              new CheckpointSettings(checkpoints.path().toString(), checkpointInterval, false));
      new RoundLoop(subject.procedure(true), settings)
          .run(
              subject.images(spark),
              List.of(
                  listener,
                  (round, progress) -> {
                    rounds.add(round);
                    ends.add(System.nanoTime());
                    boolean enough = rounds.size() > 1 && System.nanoTime() - start > 1e9 * seconds;
                    return enough ? Wish.STOP : Wish.CONTINUE;
                  }));
      samples = watch.samples();
    }
    double between = (ends.get(ends.size() - 1) - ends.get(0)) / 1e9;
    double inRounds = rounds.stream().skip(1).mapToDouble(RoundRecord::seconds).sum();
    return new Report(
        subject.preset().id(),
        subject.batchSize(),
        workers,
        checkpointInterval,
        (System.nanoTime() - start) / 60e9,
        rounds.get(rounds.size() - 1).iteration(),
        1 - inRounds / between,
        change(samples, MemorySample::heapMegabytes),
        change(samples, MemorySample::nativeMegabytes),
        change(samples, MemorySample::processMegabytes),
        change(samples, MemorySample::threads),
        samples);
  }

  private static Change change(List<MemorySample> samples, ToDoubleFunction<MemorySample> figure) {
    int quarter = samples.size() / 4;
    return new Change(
        largest(samples.subList(quarter, 2 * quarter), figure),
        largest(samples.subList(3 * quarter, samples.size()), figure));
  }

  private static double largest(List<MemorySample> samples, ToDoubleFunction<MemorySample> figure) {
    return samples.stream().mapToDouble(figure).max().orElse(Double.NaN);
  }
}
