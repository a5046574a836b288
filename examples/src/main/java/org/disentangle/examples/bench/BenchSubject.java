// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;

/**
 * What is measured: a preset's networks at one batch size, and pictures of discs to train them on.
 *
 * @param preset where networks, learning rates and weights come from
 * @param batchSize images per mini-batch
 */
public record BenchSubject(InfoGanCrPreset preset, int batchSize) implements Serializable {

  private static final long SEED = 42;
  private static final int IMAGES = 4096;
  private static final int PARTITIONS = 2;

  /** Codes and noise of the preset. */
  public LatentSpace latent() {
    return new LatentSpace(preset.sizes().numCodes(), preset.sizes().noiseDim());
  }

  /**
   * The training procedure.
   *
   * @param contrastive whether the contrastive regulariser is on from the first iteration, or never
   */
  public InfoGanProcedure procedure(boolean contrastive) {
    InfoGanCrPreset.Schedule schedule = preset.schedule();
    InfoGanCrPreset.Rates rates = preset.rates();
    return new InfoGanProcedure(
        preset.networks(latent()),
        latent(),
        batchSize,
        schedule.lambda(),
        ContrastSchedule.published(
            contrastive ? schedule.alpha() : 0,
            0,
            schedule.gap(),
            Long.MAX_VALUE,
            schedule.gapAfter()),
        InfoGanOptimisers.adversarial(rates.generator(), rates.discriminator(), rates.contrast()));
  }

  /** 4,096 of the pictures to train on. */
  JavaRDD<float[]> images(SparkSession spark) {
    return images(spark, IMAGES);
  }

  /** The given number of the pictures to train on. */
  JavaRDD<float[]> images(SparkSession spark, int count) {
    List<Integer> ids = IntStream.range(0, count).boxed().toList();
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(ids, PARTITIONS)
        .map(id -> discs(1, SEED + id));
  }

  /** Random discs, white on black: {@code count} images, one after the other. */
  public float[] discs(int count, long seed) {
    ImageShape shape = preset.imageShape();
    int plane = shape.height() * shape.width();
    float[] pixels = new float[count * shape.size()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int image = 0; image < count; image++) {
      double centreX = shape.width() * random.nextDouble(0.2, 0.8);
      double centreY = shape.height() * random.nextDouble(0.2, 0.8);
      double radius = shape.width() * random.nextDouble(0.1, 0.3);
      for (int i = 0; i < plane; i++) {
        double dx = i % shape.width() - centreX;
        double dy = i / shape.width() - centreY;
        float value = dx * dx + dy * dy < radius * radius ? 1 : 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
          pixels[image * shape.size() + channel * plane + i] = value;
        }
      }
    }
    return pixels;
  }
}
