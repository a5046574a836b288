// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.io.PrintWriter;
import java.util.Locale;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A job in Java: trains a classifier on generated images, labelled by the code they were made from,
 * and tests it on real ones, labelled by a factor.
 *
 * <pre>
 * spark-submit --class org.disentangle.examples.job.ClassifierOnGeneratedImages disentangle.jar
 * </pre>
 *
 * <p>InfoGAN-CR sees no labels. A small labelled sample shows which of its codes stands for the
 * factor, and whether it rises or falls with it. A third of the real images is for testing alone; a
 * model given by {@code --model} may have seen those too, without labels.
 */
@Command(
    name = "ClassifierOnGeneratedImages",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Train a classifier on generated images and test it on real ones.")
public final class ClassifierOnGeneratedImages implements Runnable {

  private static final int WORKERS = 2;
  private static final int BATCH = 16;
  private static final int LEAST_LABELLED = 2 * WORKERS * BATCH;

  private static final String POSITIONS = "8:23";

  private final SparkSession spark;
  private final String positions;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A saved model of such images, as the demonstration writes. Default: train one.")
  private String model;

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Iterations of the training. Default: ${DEFAULT-VALUE}.")
  private long maxIter;

  @Option(
      names = "--factor",
      paramLabel = "NAME",
      defaultValue = "posX",
      description = "What the classifier learns: scale, posX or posY. Default: ${DEFAULT-VALUE}.")
  private String factor;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "4",
      description = "Classes the factor is divided into. Default: ${DEFAULT-VALUE}.")
  private int bins;

  @Option(
      names = "--labelled",
      paramLabel = "N",
      defaultValue = "500",
      description = "Labelled real images to use. Default: ${DEFAULT-VALUE}.")
  private int labelled;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      description = "Passes of each classifier over its images. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /**
   * @param positions where the real sprites are, across and down, as the data source takes it
   */
  ClassifierOnGeneratedImages(SparkSession spark, String positions) {
    this.spark = spark;
    this.positions = positions;
  }

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder().appName("Classifier on generated images").getOrCreate();
    int exitCode = new CommandLine(new ClassifierOnGeneratedImages(spark, POSITIONS)).execute(args);
    spark.stop();
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public void run() {
    if (labelled < LEAST_LABELLED) {
      throw new InputErrors(getClass().getSimpleName())
          .parameter(
              "labelled",
              labelled,
              String.format(
                  Locale.ROOT, "at least %d images, two batches for each worker", LEAST_LABELLED),
              "Give a number of images, not a share.");
    }
    Dataset<Row> images = sprites();
    Labels labels = Labels.ofFactor(images, factor, bins);
    Dataset<Row>[] parts = images.randomSplit(new double[] {2, 1}, seed);
    InfoGanCrModel generator = model == null ? train(parts[0]) : InfoGanCrModel.load(model);
    PrintWriter out = spec.commandLine().getOut();
    out.println(compare(generator, labels, parts[0], parts[1]));
    out.flush();
  }

  private Comparison compare(
      InfoGanCrModel generator, Labels labels, Dataset<Row> train, Dataset<Row> held) {
    Dataset<Row> sample = train.orderBy(functions.rand(seed)).limit(labelled);
    CodeOfFactor code = CodeOfFactor.find(generator, sample, labels.column());
    Dataset<Row> generated =
        code.generate(generator, spark.range(train.count()).toDF(), bins, seed);
    Dataset<Row> test = labels.append(held).cache();
    Comparison comparison =
        new Comparison(
            code,
            accuracy(generated, test),
            accuracy(labels.append(train), test),
            accuracy(labels.append(sample), test),
            (double) test.groupBy("label").count().agg(functions.max("count")).head().getLong(0)
                / test.count());
    test.unpersist();
    return comparison;
  }

  private Dataset<Row> sprites() {
    return spark
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("factors", "scale,posX,posY")
        .option("posX", positions)
        .option("posY", positions)
        .load();
  }

  private InfoGanCrModel train(Dataset<Row> images) {
    return new InfoGanCr()
        .setPreset("small32")
        .setNumCodes(3)
        .setNoiseDim(0)
        .setLambda(0.5)
        .setAlpha(2)
        .setMaxIter(maxIter)
        .setCrStart(maxIter * 3 / 5)
        .setNumWorkers(WORKERS)
        .setSeed(seed)
        .fit(images);
  }

  private double accuracy(Dataset<Row> images, Dataset<Row> test) {
    ImageClassifier classifier =
        new ImageClassifier()
            .setBatchSize(BATCH)
            .setEpochs(epochs)
            .setNumWorkers(WORKERS)
            .setSeed(seed);
    return new MulticlassClassificationEvaluator()
        .setMetricName("accuracy")
        .evaluate(classifier.fit(images).transform(test));
  }
}
