// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.disentangle.net.TrainingProcedure;

/** What is trained with several numbers of workers. */
public interface ScaleSubject {

  /** The preset, or "tiny". */
  String name();

  TrainingProcedure procedure();

  /** Whether the contrastive regulariser is on. */
  boolean contrastive();

  /** Images to train on, enough for that many workers. */
  JavaRDD<float[]> images(SparkSession spark, int mostWorkers);

  /** A preset's networks. */
  static ScaleSubject of(BenchSubject subject, boolean contrastive) {
    return new OfPreset(subject, contrastive);
  }

  /**
   * A network of 1,024 weights that learns 8 x 8 pixels of noise: for more workers than the
   * networks of a preset allow.
   */
  static ScaleSubject tiny(int batchSize) {
    return new Tiny(batchSize);
  }

  /** Networks of a preset, and pictures of discs. */
  record OfPreset(BenchSubject subject, boolean contrastive) implements ScaleSubject {

    @Override
    public String name() {
      return subject.preset().id();
    }

    @Override
    public TrainingProcedure procedure() {
      return subject.procedure(contrastive);
    }

    @Override
    public JavaRDD<float[]> images(SparkSession spark, int mostWorkers) {
      return subject.images(spark);
    }
  }

  /** The {@link TinyProcedure}. */
  record Tiny(int batchSize) implements ScaleSubject {

    private static final int PARTITIONS = 2;

    /** Enough for a batch in every worker, to which images go by their contents. */
    private static final int BATCHES_PER_WORKER = 32;

    @Override
    public String name() {
      return "tiny";
    }

    @Override
    public TrainingProcedure procedure() {
      return new TinyProcedure(batchSize);
    }

    @Override
    public boolean contrastive() {
      return false;
    }

    @Override
    public JavaRDD<float[]> images(SparkSession spark, int mostWorkers) {
      List<Integer> ids =
          IntStream.range(0, BATCHES_PER_WORKER * batchSize * mostWorkers).boxed().toList();
      return JavaSparkContext.fromSparkContext(spark.sparkContext())
          .parallelize(ids, PARTITIONS)
          .map(Tiny::noise);
    }

    private static float[] noise(int id) {
      SplittableRandom random = new SplittableRandom(id);
      float[] pixels = new float[TinyProcedure.PIXELS];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = random.nextInt(256) / 255f;
      }
      return pixels;
    }
  }
}
