// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
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
    RandomDiscs discs = new RandomDiscs(preset.imageShape());
    List<Integer> ids = IntStream.range(0, count).boxed().toList();
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(ids, PARTITIONS)
        .map(id -> discs.draw(1, SEED + id));
  }
}
