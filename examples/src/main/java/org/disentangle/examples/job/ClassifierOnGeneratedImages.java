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
 * <p>InfoGAN-CR sees no labels. A small labelled sample tells which of its codes stands for the
 * factor, and whether it rises or falls with it. A third of the real images is for testing alone.
 */
@Command(
    name = "ClassifierOnGeneratedImages",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Train a classifier on generated images and test it on real ones.")
public final class ClassifierOnGeneratedImages implements Runnable {

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
      description = "Real images whose factor is looked at. Default: ${DEFAULT-VALUE}.")
  private int labelled;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed;

  public static void main(String[] args) {
    int exitCode = new CommandLine(new ClassifierOnGeneratedImages()).execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public void run() {
    SparkSession spark =
        SparkSession.builder().appName("Classifier on generated images").getOrCreate();
    PrintWriter out = spec.commandLine().getOut();
    String factorCol = "factor_" + factor;
    Dataset<Row> sprites = sprites(spark);
    double[] edges = Labels.quantiles(sprites, factorCol, bins);
    Dataset<Row>[] parts = sprites.randomSplit(new double[] {2, 1}, seed);
    Dataset<Row> train = parts[0].cache();

    InfoGanCrModel generator = model == null ? train(train) : InfoGanCrModel.load(model);
    Dataset<Row> sample = train.orderBy(functions.rand(seed)).limit(labelled);
    CodeOfFactor code = CodeOfFactor.find(generator, sample, factorCol);
    out.printf(
        Locale.ROOT,
        "code %d stands for %s (Spearman %.3f, %d labelled images)%n",
        code.index(),
        factor,
        code.correlation(),
        labelled);

    Labels labels = new Labels(factorCol, edges);
    Dataset<Row> test = labels.append(parts[1]).cache();
    Dataset<Row> ids = spark.range(train.count()).toDF();
    report(out, "generated images", code.generate(generator, ids, bins, seed), test);
    report(out, "labelled sample", labels.append(sample), test);
    report(out, "real images", labels.append(train), test);
    double chance = test.groupBy("label").count().agg(functions.max("count")).head().getLong(0);
    out.printf(Locale.ROOT, "chance %.3f%n", chance / test.count());
    out.flush();
  }

  private static Dataset<Row> sprites(SparkSession spark) {
    return spark
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("factors", "scale,posX,posY")
        .option("posX", "8:23")
        .option("posY", "8:23")
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
        .setNumWorkers(2)
        .setSeed(seed)
        .fit(images);
  }

  private void report(PrintWriter out, String what, Dataset<Row> images, Dataset<Row> test) {
    for (int epochs : new int[] {5, 20, 60}) {
      long t = System.nanoTime();
      double a =
          new MulticlassClassificationEvaluator()
              .setMetricName("accuracy")
              .evaluate(
                  new ImageClassifier()
                      .setEpochs(epochs)
                      .setNumWorkers(2)
                      .setSeed(seed)
                      .fit(images)
                      .transform(test));
      out.printf(
          Locale.ROOT,
          "%-20s %d epochs %.3f %.1f s%n",
          what,
          epochs,
          a,
          (System.nanoTime() - t) / 1e9);
      out.flush();
    }
  }
}
