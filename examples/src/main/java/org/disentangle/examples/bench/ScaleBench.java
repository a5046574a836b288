package org.disentangle.examples.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.RoundLoop;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.TrainingSettings;

/** Throughput of the round loop on Spark with one and with two workers, measured in turns. */
public final class ScaleBench {

  private static final long SEED = 42;
  private static final int TURNS = 2;

  /**
   * What was measured.
   *
   * @param oneWorkerImagesPerSecond images trained on in a second of wall time, averaging included
   * @param twoWorkersImagesPerSecond the same of two workers together
   * @param speedUp the second divided by the first
   * @param averagingShare share of the wall time of two workers in which none stepped
   */
  public record Report(
      String preset,
      int batchSize,
      int averagingFrequency,
      boolean contrastive,
      double oneWorkerImagesPerSecond,
      double twoWorkersImagesPerSecond,
      double speedUp,
      double averagingShare) {}

  private final BenchSubject subject;
  private final boolean contrastive;
  private final int averagingFrequency;
  private final double seconds;

  /**
   * @param contrastive whether the contrastive regulariser is on
   * @param seconds of the whole measurement, about
   */
  public ScaleBench(
      BenchSubject subject, boolean contrastive, int averagingFrequency, double seconds) {
    this.subject = subject;
    this.contrastive = contrastive;
    this.averagingFrequency = averagingFrequency;
    this.seconds = seconds;
  }

  /** Measures; the session needs two cores. */
  public Report run(SparkSession spark) {
    JavaRDD<float[]> images = subject.images(spark);
    List<RoundRecord> one = new ArrayList<>();
    List<RoundRecord> two = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      one.addAll(rounds(images, 1));
      two.addAll(rounds(images, 2));
    }
    double averaging = two.stream().mapToDouble(r -> r.averagingShare() * r.seconds()).sum();
    return new Report(
        subject.preset().id(),
        subject.batchSize(),
        averagingFrequency,
        contrastive,
        imagesPerSecond(one),
        imagesPerSecond(two),
        imagesPerSecond(two) / imagesPerSecond(one),
        averaging / two.stream().mapToDouble(RoundRecord::seconds).sum());
  }

  /** The rounds of a quarter of the time, without the first one, which builds the networks. */
  private List<RoundRecord> rounds(JavaRDD<float[]> images, int workers) {
    List<RoundRecord> measured = new ArrayList<>();
    TrainingSettings settings =
        new TrainingSettings(
            workers, averagingFrequency, Long.MAX_VALUE / 4, SEED, CheckpointSettings.none());
    new RoundLoop(subject.procedure(contrastive), settings)
        .run(
            images,
            List.of(
                (round, progress) -> {
                  if (round.round() > 1) {
                    measured.add(round);
                  }
                  double spent = measured.stream().mapToDouble(RoundRecord::seconds).sum();
                  boolean enough = !measured.isEmpty() && spent > seconds / (2 * TURNS);
                  return enough ? Wish.STOP : Wish.CONTINUE;
                }));
    return measured;
  }

  private static double imagesPerSecond(List<RoundRecord> rounds) {
    return rounds.stream().mapToLong(RoundRecord::images).sum()
        / rounds.stream().mapToDouble(RoundRecord::seconds).sum();
  }
}
