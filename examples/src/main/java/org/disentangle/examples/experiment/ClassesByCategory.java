// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.io.IOException;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.disentangle.estimator.InfoGan;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.file.Place;
import org.disentangle.model.InfoGanModel;
import org.disentangle.train.TrainingListener;

/**
 * Whether InfoGAN's categorical code finds the classes of images it saw without labels (Chen et al.
 * 2016, section 7.2: 5% error on MNIST, after matching categories to digits).
 *
 * @param estimator whose first code is categorical
 * @param labelCol column of the classes, whole numbers from 0
 * @param out folder for models and pictures
 */
public record ClassesByCategory(InfoGan estimator, String labelCol, Place out, boolean overwrite) {

  /**
   * Of one training.
   *
   * @param accuracy share of images whose category stands for their class, by the best matching of
   *     categories to classes
   * @param information lower bound of the mutual information of categorical codes and images in the
   *     last round, in nats
   * @param largest information that the codes can have: their entropy
   * @param frequent accuracy of always saying the most frequent class
   * @param imagesPerSecond of the training
   */
  public record Result(
      long seed,
      double accuracy,
      double information,
      double largest,
      double frequent,
      double imagesPerSecond) {}

  /**
   * Trains with a seed, saves {@code model-SEED}, draws {@code traversal-SEED.png} and {@code
   * losses-SEED.png}, and encodes all images.
   */
  public Result run(Dataset<Row> images, long seed, TrainingListener listener) throws IOException {
    InfoGan seeded = estimator.copy(ParamMap.empty()).setSeed(seed);
    InfoGanModel model = seeded.addListener(listener).fit(images);
    new ExperimentFolder(out, overwrite).write(model, seeded, Long.toString(seed), seed);
    return new Result(
        seed,
        accuracy(model, images),
        model.summary().last().losses().get("MI_categorical"),
        model.latent().categories().stream().mapToDouble(Math::log).sum(),
        frequent(images),
        model.summary().imagesPerSecond());
  }

  private double accuracy(InfoGanModel model, Dataset<Row> images) {
    Column category = functions.col(model.getCodesCol()).getItem(0).cast("double");
    Dataset<Row> encoded =
        model
            .setAppendGenerated(false)
            .transform(images)
            .select(category.as("category"), functions.col(labelCol));
    Dataset<Row> certain =
        new OneHotEncoder()
            .setInputCol("category")
            .setOutputCol("probability")
            .setDropLast(false)
            .fit(everyCategory(model, encoded.sparkSession()))
            .transform(encoded);
    return new CategoricalCodeEvaluator()
        .setLabelCol(labelCol)
        .setMetricName("category_accuracy")
        .evaluate(certain);
  }

  /** So that the encoder knows those that no image has. */
  private static Dataset<Row> everyCategory(InfoGanModel model, SparkSession spark) {
    return spark
        .range(model.latent().categories().get(0))
        .select(functions.col("id").cast("double").as("category"));
  }

  private double frequent(Dataset<Row> images) {
    long most = images.groupBy(labelCol).count().agg(functions.max("count")).head().getLong(0);
    return (double) most / images.count();
  }
}
