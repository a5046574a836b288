// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.io.IOException;
import java.util.Locale;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.train.TrainingListener.Wish;

/**
 * A job in Java that watches a training, ends it early, goes on later, trains once more what a
 * saved model was trained with, keeps the best model by a score, and trains on from its weights.
 *
 * <pre>
 * spark-submit --class org.disentangle.examples.job.WatchedTrainingJob disentangle.jar OUT
 * </pre>
 */
public final class WatchedTrainingJob {

  private static final long MAX_ITER = 3000;
  private static final int ROUND = 50;

  private WatchedTrainingJob() {}

  public static void main(String[] args) throws IOException {
    SparkSession spark = SparkSession.builder().appName("Watched training").getOrCreate();
    Dataset<Row> images = spark.read().format("dsprites").option("imageSize", 32).load();
    run(spark, images.sample(0.01, 7), args[0], MAX_ITER, ROUND);
    spark.stop();
  }

  static void run(SparkSession spark, Dataset<Row> images, String out, long maxIter, int round)
      throws IOException {
    InfoGanCr estimator =
        new InfoGanCr()
            .setPreset("small32")
            .setAveragingFrequency(round)
            .setMaxIter(maxIter)
            .setCrStart(maxIter / 2)
            .setCheckpointDir(out + "/checkpoints");

    // Called on the driver after every round; STOP ends the training with this round's state.
    InfoGanCr watched = estimator.copy(ParamMap.empty());
    watched.addListener(
        (done, progress) -> {
          System.out.printf(
              Locale.ROOT,
              "%d of %d: %s, %.0f s to go%n",
              progress.iteration(),
              progress.maxIterations(),
              done.lossLine(),
              progress.etaSeconds());
          return progress.iteration() >= maxIter / 2 ? Wish.STOP : Wish.CONTINUE;
        });
    InfoGanCrModel half = watched.fit(images);
    System.out.println(half.summary().last().losses());
    half.summary().toDataFrame(spark).write().parquet(out + "/rounds");

    // From the newest checkpoint to the end: the same bits as without the stop.
    InfoGanCrModel whole = estimator.setResume(true).fit(images);
    whole.save(out + "/model");

    // Longer than planned; crStart is set, so the schedule of the first part stays.
    estimator.setMaxIter(maxIter + round).fit(images).save(out + "/longer");

    // The same training once more, from what the saved model knows of it.
    InfoGanCrModel loaded = InfoGanCrModel.load(out + "/model");
    System.out.println(loaded.trainedWith());
    InfoGanCr same = loaded.trainedWith().estimator(InfoGanCr.class);
    same.setSeed(8).fit(images).save(out + "/other-seed");

    // Scored on its way; the model of the best score is returned.
    InfoGanCr scored = loaded.trainedWith().estimator(InfoGanCr.class);
    scored.setEvaluators(new FactorVaeEvaluator()).setEvaluationInterval(round).setKeepBest(true);
    InfoGanCrModel best = scored.fit(images);
    best.summary().scored().forEach(done -> System.out.println(done.metricLine()));

    // A checkpoint is a model.
    DisentangledModel<?> there = DisentangledModel.fromCheckpoint(out + "/checkpoints");
    System.out.println(there.summary().last().iteration());

    // From trained weights, with another alpha.
    InfoGanCr further = loaded.trainedWith().estimator(InfoGanCr.class);
    further.setInitialModel(out + "/model").setAlpha(1).fit(images).save(out + "/further");
  }
}
