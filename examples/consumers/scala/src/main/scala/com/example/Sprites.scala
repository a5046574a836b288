// SPDX-License-Identifier: Apache-2.0
package com.example

import org.apache.spark.SparkConf
import org.apache.spark.ml.{Pipeline, PipelineModel}
import org.apache.spark.sql.SparkSession
import org.disentangle.estimator.InfoGanCr
import org.disentangle.evaluator.FactorVaeEvaluator
import org.disentangle.model.{CodeSampler, InfoGanCrModel}

/**
 * `train FOLDER` fits a pipeline, scores it and saves it; `generate FOLDER` loads it and writes
 * labelled images. Seconds each: the training is far too short to disentangle anything.
 */
object Sprites {

  def main(args: Array[String]): Unit = {
    val Array(step, folder) = args
    val spark = SparkSession.builder()
      .appName("sprites")
      .config(new SparkConf().setIfMissing("spark.master", "local[2]"))
      .config("spark.ui.enabled", false)
      .getOrCreate()
    try {
      if (step == "train") train(spark, folder) else generate(spark, folder)
    } finally spark.stop()
  }

  private def train(spark: SparkSession, folder: String): Unit = {
    val images =
      spark.read.format("dsprites").option("imageSize", 32).option("sample", 256).load()
    val infoGanCr = new InfoGanCr()
      .setPreset("small32")
      .setNumCodes(3)
      .setNumWorkers(2)
      .setBatchSize(16)
      .setMaxIter(8)
      .setSeed(7)
    val model = new Pipeline().setStages(Array(infoGanCr)).fit(images)
    val score = new FactorVaeEvaluator().setNumVotes(50).evaluate(model.transform(images))
    model.write.overwrite().save(s"$folder/model")
    println(s"trained: $folder/model, FactorVAE score $score")
  }

  private def generate(spark: SparkSession, folder: String): Unit = {
    val model = PipelineModel.load(s"$folder/model").stages(0).asInstanceOf[InfoGanCrModel]
    val codes = CodeSampler.of(model).setSeed(11).transform(spark.range(100).toDF())
    model.setImageFormat("png").transform(codes).write.mode("overwrite").parquet(s"$folder/set")
    println(s"generated: ${spark.read.parquet(s"$folder/set").count()} images")
  }
}
