// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.examples.command.option.TrainingOptions;
import org.disentangle.examples.experiment.measure.LabelSeparation;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.file.SeparatePlaces;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleGrids;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A job in Java: learns a code for the label of images and one for everything else, and measures on
 * images it has not seen how far the two are apart.
 *
 * <pre>
 * spark-submit --class org.disentangle.examples.job.SwappedLabels disentangle.jar --out swap.png
 * </pre>
 *
 * <p>As in Mathieu et al. (2016) a perceptron with one hidden layer of 256 units predicts the label
 * from each code: well from the specified one, and the worse from the unspecified one the better
 * they are separated. Then codes are exchanged between images, and a classifier that was trained on
 * real images alone says which label it sees. The picture has the images that give the specified
 * code in its first row and those that give the rest in its first column.
 */
@Command(
    name = "SwappedLabels",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Separate the label of images from the rest, and measure how well.")
public final class SwappedLabels implements Runnable {

  private static final int GRID = 10;

  /** Images per step of the classifier of real images. */
  private static final int BATCH = 16;

  private static final String POSITIONS = "8:23";

  private final SparkSession spark;
  private final String positions;

  @Spec private CommandSpec spec;

  @Option(
      names = "--images",
      paramLabel = "FILE",
      description =
          "Images of 28 x 28 pixels in the format of Fashion-MNIST. Default: sprites of 32 x 32 with"
              + " their shape as label.")
  private String images;

  @Option(names = "--labels", paramLabel = "FILE", description = "The labels of such images.")
  private String labels;

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      defaultValue = "4000",
      description = "Iterations of the training. Default: ${DEFAULT-VALUE}.")
  private long maxIter;

  @Option(
      names = "--lambda",
      paramLabel = "X",
      description = "Weight of the adversarial losses. Default: the preset's.")
  private Double lambda;

  @Option(
      names = "--kl-weight",
      paramLabel = "X",
      description = "Weight of the unspecified code's divergence. Default: the preset's.")
  private Double klWeight;

  @Option(
      names = "--label-weight",
      paramLabel = "X",
      description =
          "Weight of the unspecified code's dependence on the label. Default: the preset's.")
  private Double labelWeight;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      description = "Passes of the classifier over its images. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Logical workers of the training. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Where to save the model, for disentangle swap. Default: nowhere.")
  private String modelFolder;

  @Option(names = "--out", required = true, paramLabel = "PNG", description = "PNG file to write.")
  private Path out;

  /**
   * @param positions where the sprites are, across and down, as the data source takes it
   */
  SwappedLabels(SparkSession spark, String positions) {
    this.spark = spark;
    this.positions = positions;
  }

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("Swapped labels").getOrCreate();
    int exitCode = new CommandLine(new SwappedLabels(spark, POSITIONS)).execute(args);
    spark.stop();
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public void run() {
    InputErrors errors = new InputErrors(getClass().getSimpleName());
    if ((images == null) != (labels == null)) {
      throw errors.conflict("--images and --labels go together: give both or neither");
    }
    requireOutputs(errors);
    Dataset<Row>[] parts = data().randomSplit(new double[] {4, 1}, seed);
    Dataset<Row> train = parts[0].cache();
    Dataset<Row> held = parts[1].cache();
    StyleContentModel model = train(train);
    SeparationReport report = measured(model, train, held);
    PrintWriter console = spec.commandLine().getOut();
    console.println(report);
    console.flush();
    keep(model, held);
    train.unpersist();
    held.unpersist();
  }

  private SeparationReport measured(
      StyleContentModel model, Dataset<Row> train, Dataset<Row> held) {
    ImageClassifier judge =
        new ImageClassifier().setBatchSize(BATCH).setEpochs(epochs).setSeed(seed);
    try (LabelSeparation separation =
        new LabelSeparation(model, train, held, "label", seed, () -> judge.fit(train))) {
      return SeparationReport.of(separation);
    }
  }

  /** Finds before the training what cannot be written, or would replace somebody's own files. */
  private void requireOutputs(InputErrors errors) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    SeparatePlaces places = new SeparatePlaces(errors);
    if (images != null) {
      places.input("--images", Place.of(errors, "--images", images, hadoop));
      places.input("--labels", Place.of(errors, "--labels", labels, hadoop));
    }
    if (modelFolder != null) {
      Place model = Place.of(errors, "--model", modelFolder, hadoop);
      places.output("--model", model, FolderContent.STAGE);
    }
    Place picture = Place.of(out);
    if (picture.isFolder()) {
      throw errors.parameter("--out", out, "a file, and found a folder");
    }
    places.output("--out", picture).require();
  }

  /** Columns image and label. */
  private Dataset<Row> data() {
    if (images != null) {
      return spark.read().format("idx").option("labels", labels).load(images);
    }
    return spark
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("factors", "shape,scale,posX,posY")
        .option("scale", "2:5")
        .option("posX", positions)
        .option("posY", positions)
        .load()
        .selectExpr("image", "cast(factor_shape as int) as label");
  }

  private StyleContentModel train(Dataset<Row> rows) {
    StyleContentVaeGan estimator =
        new StyleContentVaeGan()
            .setPreset(images == null ? "small32" : "mnist")
            .setMaxIter(maxIter)
            .setNumWorkers(workers)
            .setSeed(seed);
    TrainingOptions.ifGiven(lambda, estimator::setLambda);
    TrainingOptions.ifGiven(klWeight, estimator::setKlWeight);
    TrainingOptions.ifGiven(labelWeight, estimator::setLabelWeight);
    return estimator.fit(rows);
  }

  private void keep(StyleContentModel model, Dataset<Row> held) {
    Dataset<Row> shuffled = LabelSeparation.numbered(held, seed);
    try {
      if (modelFolder != null) {
        model.write().overwrite().save(modelFolder);
      }
      new StyleGrids(model)
          .swapping(
              shuffled.where("n < " + GRID).sort("n"),
              shuffled
                  .where(String.format(Locale.ROOT, "n >= %d and n < %d", GRID, 2 * GRID))
                  .sort("n"))
          .write(out, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
