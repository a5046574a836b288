// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.io.IOException;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.file.SeparatePlaces;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.stage.InputErrors;

/**
 * A job in Java: trains in a pipeline, finds lambda and alpha by cross-validation, and generates a
 * labelled data set with the best model.
 *
 * <pre>
 * spark-submit --class org.disentangle.examples.job.TrainAndGenerateJob disentangle.jar OUT
 * </pre>
 */
public final class TrainAndGenerateJob {

  private static final long MAX_ITER = 3000;
  private static final long IMAGES = 10_000;

  private TrainAndGenerateJob() {}

  /** Finds before the training what cannot be written, or would replace somebody's own files. */
  private static void requireOutputs(SparkSession spark, String out) {
    InputErrors errors = new InputErrors("TrainAndGenerateJob");
    Place folder = Place.of(errors, "OUT", out, spark.sparkContext().hadoopConfiguration());
    new SeparatePlaces(errors)
        .output("OUT/pipeline", folder.child("pipeline"), FolderContent.STAGE)
        .output("OUT/model", folder.child("model"), FolderContent.STAGE)
        .output("OUT/generated", folder.child("generated"), FolderContent.TABLE)
        .require();
  }

  public static void main(String[] args) throws IOException {
    SparkSession spark = SparkSession.builder().appName("Train and generate").getOrCreate();
    run(spark, args[0], MAX_ITER, IMAGES);
    spark.stop();
  }

  static void run(SparkSession spark, String out, long maxIter, long images) throws IOException {
    requireOutputs(spark, out);
    Dataset<Row> sprites =
        spark
            .read()
            .format("dsprites")
            .option("imageSize", 32)
            .option("factors", "scale,posX,posY")
            .option("scale", "1,3,5")
            .option("posX", "0:31:2")
            .option("posY", "0:31:2")
            .load();

    // Training as one stage of a pipeline, saved as Spark saves pipelines.
    InfoGanCr infoGanCr =
        new InfoGanCr().setPreset("small32").setNumWorkers(2).setMaxIter(maxIter).setSeed(7);
    PipelineModel pipeline = new Pipeline().setStages(new PipelineStage[] {infoGanCr}).fit(sprites);
    pipeline.write().overwrite().save(out + "/pipeline");

    // A grid over the two weights; each left-out fold is encoded and scored.
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(infoGanCr.lambda(), new double[] {0.05, 0.2})
            .addGrid(infoGanCr.alpha(), new double[] {0, 2})
            .build();
    CrossValidatorModel validated =
        new CrossValidator()
            .setEstimator(infoGanCr)
            .setEvaluator(new FactorVaeEvaluator())
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .fit(sprites);
    InfoGanCrModel best = (InfoGanCrModel) validated.bestModel();
    best.write().overwrite().save(out + "/model");

    // Images with the codes they were made from: id, codes, noise, generated.
    Dataset<Row> ids = spark.range(images).toDF();
    best.setImageFormat("png")
        .transform(CodeSampler.of(best).setSeed(11).transform(ids))
        .write()
        .mode("overwrite")
        .parquet(out + "/generated");
  }
}
