// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.StyleContentModel;

/**
 * Measures what each of a model's codes knows of the label.
 *
 * @param model reads a column image
 * @param epochs passes of the classifier of real images over them
 */
record Separation(StyleContentModel model, int epochs, long seed) {

  private static final int HIDDEN = 256;
  private static final int BATCH = 16;
  private static final int PERCEPTRON_ITERATIONS = 200;

  /**
   * @param train image and label; the model may have seen them
   * @param held image and label of other images
   */
  SeparationReport measure(Dataset<Row> train, Dataset<Row> held) {
    StyleContentModel encoder = model.copy(ParamMap.empty()).setAppendGenerated(false);
    Dataset<Row> known = encoder.transform(train).cache();
    Dataset<Row> unknown = encoder.transform(held).cache();
    int classes = model.data().networks().numClasses();
    ImageClassifierModel classifier =
        new ImageClassifier().setBatchSize(BATCH).setEpochs(epochs).setSeed(seed).fit(train);
    Dataset<Row> swapped = seen(classifier, model.swap(pairs(held), "content", "style")).cache();
    SeparationReport report =
        new SeparationReport(
            accuracy(known, unknown, model.getSpecifiedCol(), classes),
            accuracy(known, unknown, model.getUnspecifiedCol(), classes),
            (double) held.groupBy("label").count().agg(functions.max("count")).head().getLong(0)
                / held.count(),
            accuracy(swapped),
            accuracy(swapped.where("label <> styleLabel")),
            accuracy(classifier.transform(held)));
    known.unpersist();
    unknown.unpersist();
    swapped.unpersist();
    return report;
  }

  /** The rows in a random order, numbered by n from 0. */
  static Dataset<Row> numbered(Dataset<Row> rows, long seed) {
    return rows.withColumn("n", row_number().over(Window.orderBy(rand(seed))).minus(1));
  }

  /** Each image gives the label once and the rest once: content, label, style, styleLabel. */
  private Dataset<Row> pairs(Dataset<Row> held) {
    Dataset<Row> contents = numbered(held, seed).cache();
    long count = contents.count();
    Dataset<Row> styles =
        contents.select(
            functions.pmod(col("n").plus(1), functions.lit(count)).as("n"),
            col("image").as("style"),
            col("label").as("styleLabel"));
    return contents.withColumnRenamed("image", "content").join(styles, "n");
  }

  private Dataset<Row> seen(ImageClassifierModel classifier, Dataset<Row> swapped) {
    return classifier
        .copy(ParamMap.empty())
        .setImageCol(model.getGeneratedCol())
        .transform(swapped);
  }

  private double accuracy(Dataset<Row> known, Dataset<Row> unknown, String code, int classes) {
    Dataset<Row> train = known.select(array_to_vector(col(code)).as("raw"), col("label"));
    Dataset<Row> test = unknown.select(array_to_vector(col(code)).as("raw"), col("label"));
    StandardScalerModel scaler =
        new StandardScaler()
            .setInputCol("raw")
            .setOutputCol("features")
            .setWithMean(true)
            .fit(train);
    int width =
        code.equals(model.getSpecifiedCol()) ? model.specifiedDim() : model.unspecifiedDim();
    return accuracy(
        new MultilayerPerceptronClassifier()
            .setLayers(new int[] {width, HIDDEN, classes})
            .setMaxIter(PERCEPTRON_ITERATIONS)
            .setSeed(seed)
            .fit(scaler.transform(train))
            .transform(scaler.transform(test)));
  }

  private static double accuracy(Dataset<Row> predicted) {
    return new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(predicted);
  }
}
