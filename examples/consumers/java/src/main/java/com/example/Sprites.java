// SPDX-License-Identifier: Apache-2.0
package com.example;

import org.apache.spark.SparkConf;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;

/**
 * {@code train FOLDER} fits a pipeline, scores it and saves it; {@code generate FOLDER} loads it
 * and writes labelled images. Seconds each: the training is far too short to disentangle anything.
 */
public final class Sprites {

  public static void main(String[] args) throws Exception {
    String folder = args[1];
    try (SparkSession spark =
        SparkSession.builder()
            .appName("sprites")
            .config(new SparkConf().setIfMissing("spark.master", "local[2]"))
            .config("spark.ui.enabled", false)
            .getOrCreate()) {
      if (args[0].equals("train")) {
        train(spark, folder);
      } else {
        generate(spark, folder);
      }
    }
  }

  private static void train(SparkSession spark, String folder) throws Exception {
    Dataset<Row> images =
        spark.read().format("dsprites").option("imageSize", 32).option("sample", 256).load();
    InfoGanCr infoGanCr =
        new InfoGanCr()
            .setPreset("small32")
            .setNumCodes(3)
            .setNumWorkers(2)
            .setBatchSize(16)
            .setMaxIter(8)
            .setSeed(7);
    PipelineModel model = new Pipeline().setStages(new PipelineStage[] {infoGanCr}).fit(images);
    double score = new FactorVaeEvaluator().setNumVotes(50).evaluate(model.transform(images));
    model.write().overwrite().save(folder + "/model");
    System.out.println("trained: " + folder + "/model, FactorVAE score " + score);
  }

  private static void generate(SparkSession spark, String folder) {
    PipelineModel pipeline = PipelineModel.load(folder + "/model");
    InfoGanCrModel model = (InfoGanCrModel) pipeline.stages()[0];
    Dataset<Row> codes = CodeSampler.of(model).setSeed(11).transform(spark.range(100).toDF());
    model.setImageFormat("png").transform(codes).write().mode("overwrite").parquet(folder + "/set");
    System.out.println("generated: " + spark.read().parquet(folder + "/set").count() + " images");
  }
}
