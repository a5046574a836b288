// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job

import org.apache.spark.ml.Pipeline
import org.apache.spark.ml.tuning.{CrossValidator, ParamGridBuilder}
import org.apache.spark.sql.SparkSession
import org.disentangle.estimator.InfoGanCr
import org.disentangle.evaluator.FactorVaeEvaluator
import org.disentangle.file.{FolderContent, Place, SeparatePlaces}
import org.disentangle.model.{CodeSampler, InfoGanCrModel}
import org.disentangle.stage.InputErrors

/** A job in Scala: trains in a pipeline, finds lambda and alpha by cross-validation, and generates
  * a labelled data set with the best model.
  *
  * {{{
  * spark-submit --class org.disentangle.examples.job.TrainAndGenerate disentangle.jar OUT
  * }}}
  */
object TrainAndGenerate {

  private val MaxIter = 3000L
  private val Images = 10000L

  def main(args: Array[String]): Unit = {
    val spark = SparkSession.builder().appName("Train and generate").getOrCreate()
    run(spark, args(0), MaxIter, Images)
    spark.stop()
  }

  /** Finds before the training what cannot be written, or would replace somebody's own files. */
  private def requireOutputs(spark: SparkSession, out: String): Unit = {
    val errors = new InputErrors("TrainAndGenerate")
    val folder = Place.of(errors, "OUT", out, spark.sparkContext.hadoopConfiguration)
    new SeparatePlaces(errors)
      .output("OUT/pipeline", folder.child("pipeline"), FolderContent.STAGE)
      .output("OUT/model", folder.child("model"), FolderContent.STAGE)
      .output("OUT/generated", folder.child("generated"), FolderContent.TABLE)
      .require()
  }

  def run(spark: SparkSession, out: String, maxIter: Long, images: Long): Unit = {
    requireOutputs(spark, out)
    val sprites = spark.read
      .format("dsprites")
      .option("imageSize", 32)
      .option("factors", "scale,posX,posY")
      .option("scale", "1,3,5")
      .option("posX", "0:31:2")
      .option("posY", "0:31:2")
      .load()

    // Training as one stage of a pipeline, saved as Spark saves pipelines.
    val infoGanCr =
      new InfoGanCr().setPreset("small32").setNumWorkers(2).setMaxIter(maxIter).setSeed(7)
    val pipeline = new Pipeline().setStages(Array(infoGanCr)).fit(sprites)
    pipeline.write.overwrite().save(s"$out/pipeline")

    // A grid over the two weights; each left-out fold is encoded and scored.
    val grid = new ParamGridBuilder()
      .addGrid(infoGanCr.lambda(), Array(0.05, 0.2))
      .addGrid(infoGanCr.alpha(), Array(0.0, 2.0))
      .build()
    val validated = new CrossValidator()
      .setEstimator(infoGanCr)
      .setEvaluator(new FactorVaeEvaluator())
      .setEstimatorParamMaps(grid)
      .setNumFolds(2)
      .fit(sprites)
    val best = validated.bestModel.asInstanceOf[InfoGanCrModel]
    best.write().overwrite().save(s"$out/model")

    // Images with the codes they were made from: id, codes, noise, generated.
    best
      .setImageFormat("png")
      .transform(CodeSampler.of(best).setSeed(11).transform(spark.range(images).toDF()))
      .write
      .mode("overwrite")
      .parquet(s"$out/generated")
  }
}
