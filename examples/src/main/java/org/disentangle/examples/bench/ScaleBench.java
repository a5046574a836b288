// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.disentangle.examples.bench.MemoryWatch.MemorySample;
import org.disentangle.net.TrainingState;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;

/**
 * The round loop on Spark with several numbers of workers, in turns, and each in rounds of two
 * lengths, which separate steps from what else a round costs.
 */
public final class ScaleBench {

  private static final long SEED = 42;
  private static final int TURNS = 2;
  private static final int LENGTHS = 2;
  private static final long MEMORY_MILLIS = 200;

  /**
   * What was measured.
   *
   * @param averagingFrequency iterations of a long round
   * @param shortRound iterations of a short one
   * @param cores on which tasks run
   * @param stateMegabytes of weights and optimisers of all networks
   * @param points one a number of workers, ascending
   * @param fixedCost the line through the points' fixed seconds
   */
  public record Report(
      String preset,
      int batchSize,
      int averagingFrequency,
      int shortRound,
      boolean contrastive,
      int cores,
      double stateMegabytes,
      List<ScalePoint> points,
      FixedCost fixedCost) {

    /** Images per second as a multiple of the first point's. */
    public double speedUp(ScalePoint point) {
      return point.imagesPerSecond() / points.get(0).imagesPerSecond();
    }

    /** Relative to what was measured, without a sign. */
    public double largestError() {
      return points.stream()
          .mapToDouble(p -> Math.abs(fixedCost.relativeError(p.workers(), p.fixedSeconds())))
          .max()
          .orElseThrow();
    }
  }

  private record Rounds(int workers, int length) {}

  private final ScaleSubject subject;
  private final int averagingFrequency;
  private final List<Integer> workers;
  private final double seconds;

  /**
   * @param averagingFrequency iterations of a long round, 2 or more
   * @param workers numbers of workers, ascending, two or more
   * @param seconds of the whole measurement, about
   */
  public ScaleBench(
      ScaleSubject subject, int averagingFrequency, List<Integer> workers, double seconds) {
    this.subject = subject;
    this.averagingFrequency = averagingFrequency;
    this.workers = List.copyOf(workers);
    this.seconds = seconds;
  }

  /** Measures; workers in excess of the session's cores wait for one another. */
  public Report run(SparkSession spark) {
    JavaRDD<float[]> images = subject.images(spark, workers.get(workers.size() - 1));
    int shortRound = Math.max(1, averagingFrequency / 10);
    int cores = spark.sparkContext().defaultParallelism();
    Map<Rounds, List<Double>> measured = new HashMap<>();
    Map<Integer, List<MemorySample>> memory = new HashMap<>();
    TrainingState state = null;
    for (int turn = 0; turn < TURNS; turn++) {
      for (int count : workers) {
        for (int length : new int[] {averagingFrequency, shortRound}) {
          List<Double> times =
              measured.computeIfAbsent(new Rounds(count, length), rounds -> new ArrayList<>());
          try (MemoryWatch watch = MemoryWatch.every(MEMORY_MILLIS)) {
            state = train(images, count, length, times);
            memory.computeIfAbsent(count, none -> new ArrayList<>()).addAll(watch.samples());
          }
        }
      }
    }
    List<ScalePoint> points = new ArrayList<>();
    Map<Integer, Double> fixed = new TreeMap<>();
    for (int count : workers) {
      ScalePoint point =
          ScalePoint.of(
              count,
              RoundCost.waves(count, cores),
              subject.procedure().batchSize(),
              averagingFrequency,
              median(measured.get(new Rounds(count, averagingFrequency))),
              shortRound,
              median(measured.get(new Rounds(count, shortRound))),
              most(memory.get(count), MemorySample::heapMegabytes),
              most(memory.get(count), MemorySample::processMegabytes));
      points.add(point);
      fixed.put(count, point.fixedSeconds());
    }
    return new Report(
        subject.name(),
        subject.procedure().batchSize(),
        averagingFrequency,
        shortRound,
        subject.contrastive(),
        cores,
        megabytes(state),
        points,
        FixedCost.fit(fixed));
  }

  /** Adds the seconds of rounds, without the first one, which builds the networks. */
  private TrainingState train(JavaRDD<float[]> images, int count, int length, List<Double> times) {
    TrainingSettings settings =
        new TrainingSettings(count, length, Long.MAX_VALUE / 4, SEED, CheckpointSettings.none());
    double share = seconds / (TURNS * LENGTHS * workers.size());
    List<Double> here = new ArrayList<>();
    TrainingState end =
        new RoundLoop(subject.procedure(), settings)
            .run(
                images,
                List.of(
                    (round, progress) -> {
                      if (round.round() > 1) {
                        here.add(round.seconds());
                      }
                      double spent = here.stream().mapToDouble(Double::doubleValue).sum();
                      return spent > share ? Wish.STOP : Wish.CONTINUE;
                    }))
            .state();
    times.addAll(here);
    return end;
  }

  private static double most(
      List<MemorySample> samples, ToDoubleFunction<MemorySample> megabytes) {
    return samples.stream().mapToDouble(megabytes).max().orElseThrow();
  }

  private static double median(List<Double> times) {
    return StatUtils.percentile(times.stream().mapToDouble(Double::doubleValue).toArray(), 50);
  }

  private static double megabytes(TrainingState state) {
    long floats =
        state.networks().values().stream()
            .mapToLong(network -> network.parameters().length + network.updaterState().length)
            .sum();
    return (double) Float.BYTES * floats / (1 << 20);
  }
}
