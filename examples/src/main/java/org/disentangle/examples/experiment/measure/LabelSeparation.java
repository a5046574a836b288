// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.function.Supplier;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.disentangle.examples.experiment.measure.LabelPerceptron.Accuracy;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.stage.ExactColumn;

/**
 * How far a model of specified and unspecified codes keeps the label apart from everything else
 * (Mathieu et al. 2016, table 1). Everything is computed when it is first asked for; to be closed
 * after the last.
 */
public final class LabelSeparation implements AutoCloseable {

  /** What a classifier of real images sees in others, in shares of images. */
  public record Seen(double swapped, double swappedBetweenLabels, double real) {}

  private static final int PARTS = 5;
  private static final String LABEL = "label";
  private static final String PREDICTION = "prediction";

  private final StyleContentModel model;
  private final Dataset<Row> train;
  private final Dataset<Row> held;
  private final long seed;
  private final Supplier<ImageClassifierModel> judge;

  private Dataset<Row> known;
  private Dataset<Row> unknown;
  private Accuracy specified;
  private Accuracy unspecified;
  private Seen seen;

  /**
   * @param train images that the model may have seen
   * @param held other images
   * @param label column of classes in both, whole numbers from 0
   * @param seed of what is drawn
   * @param judge learned the classes of real images; asked for once, if at all
   */
  public LabelSeparation(
      StyleContentModel model,
      Dataset<Row> train,
      Dataset<Row> held,
      String label,
      long seed,
      Supplier<ImageClassifierModel> judge) {
    this.model = model.copy(ParamMap.empty());
    this.train = labelled(train, label);
    this.held = labelled(held, label);
    this.seed = seed;
    this.judge = judge;
  }

  /**
   * The same where no class of the other images is one that the model was trained on: what a
   * perceptron reads is learned from four fifths of these and tested on the rest (Mathieu et al.
   * 2016, for identities that were not trained on).
   *
   * @param held images of other classes
   * @param judge learned the classes of these
   */
  static LabelSeparation ofUnseenClasses(
      StyleContentModel model,
      Dataset<Row> held,
      String label,
      long seed,
      Supplier<ImageClassifierModel> judge) {
    Column tested =
        functions
            .pmod(functions.xxhash64(ExactColumn.named(model.getImageCol())), functions.lit(PARTS))
            .equalTo(0);
    return new LabelSeparation(
        model, held.where(functions.not(tested)), held.where(tested), label, seed, judge);
  }

  /** Whether two sets of images have no class in common. */
  static boolean areOfOtherClasses(Dataset<Row> one, Dataset<Row> other, String label) {
    return labelled(one, label)
        .select(LABEL)
        .intersect(labelled(other, label).select(LABEL))
        .isEmpty();
  }

  private static Dataset<Row> labelled(Dataset<Row> rows, String label) {
    return rows.withColumn(LABEL, ExactColumn.named(label).cast("int"));
  }

  /** The label, read from the specified code. */
  public double specified() {
    return ofSpecified().test();
  }

  /** The label, read from the unspecified code. */
  public double unspecified() {
    return ofUnspecified().test();
  }

  Accuracy ofSpecified() {
    if (specified == null) {
      specified = read(model.getSpecifiedCol());
    }
    return specified;
  }

  Accuracy ofUnspecified() {
    if (unspecified == null) {
      unspecified = read(model.getUnspecifiedCol());
    }
    return unspecified;
  }

  private Accuracy read(String code) {
    if (known == null) {
      StyleContentModel encoder = model.copy(ParamMap.empty()).setAppendGenerated(false);
      known = encoder.transform(train).drop(model.getImageCol()).cache();
      unknown = encoder.transform(held).drop(model.getImageCol()).cache();
    }
    int classes = Math.max(model.data().networks().numClasses(), 1 + mostLabel(unknown));
    return new LabelPerceptron(LABEL, classes, seed).of(known, unknown, code);
  }

  private static int mostLabel(Dataset<Row> rows) {
    return rows.select(functions.max(LABEL)).head().getInt(0);
  }

  /** Share of the most frequent label. */
  public double chance() {
    return MostFrequentClass.share(held, LABEL);
  }

  /** What the classifier sees in images with exchanged codes, and in real ones. */
  public Seen seen() {
    if (seen == null) {
      ImageClassifierModel classifier = judge.get();
      Dataset<Row> contents =
          numbered(
                  held.select(ExactColumn.named(model.getImageCol()).as("content"), col(LABEL)),
                  seed)
              .cache();
      Dataset<Row> swapped =
          read(classifier, model.getGeneratedCol(), model.swap(pairs(contents), "content", "style"))
              .cache();
      Dataset<Row> real = read(classifier, model.getImageCol(), held);
      seen = new Seen(right(swapped), right(swapped.where("label <> styleLabel")), right(real));
      swapped.unpersist();
      contents.unpersist();
    }
    return seen;
  }

  private static Dataset<Row> read(
      ImageClassifierModel classifier, String column, Dataset<Row> images) {
    return classifier.copy(ParamMap.empty()).setImageCol(column).transform(images);
  }

  /** Each image gives the label once and the rest once: content, label, style, styleLabel. */
  private static Dataset<Row> pairs(Dataset<Row> contents) {
    long count = contents.count();
    Dataset<Row> styles =
        contents.select(
            functions.pmod(col("n").plus(1), functions.lit(count)).as("n"),
            col("content").as("style"),
            col(LABEL).as("styleLabel"));
    return contents.join(styles, "n");
  }

  /** The rows in a random order, numbered by n from 0. */
  public static Dataset<Row> numbered(Dataset<Row> rows, long seed) {
    return rows.withColumn("n", row_number().over(Window.orderBy(functions.rand(seed))).minus(1));
  }

  private static double right(Dataset<Row> predicted) {
    return predicted
        .select(functions.avg(col(PREDICTION).equalTo(col(LABEL)).cast("double")))
        .head()
        .getDouble(0);
  }

  @Override
  public void close() {
    if (known != null) {
      known.unpersist();
      unknown.unpersist();
    }
  }
}
