// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import static org.apache.spark.ml.functions.array_to_vector;

import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.stage.ExactColumn;

/**
 * How well a perceptron reads the label from codes, as in table 1 of Mathieu et al. (2016): two
 * layers, 256 hidden units, stopped when the error on a validation part rises. Codes are
 * standardised, so that small ones count as much as large ones.
 *
 * @param label column of classes, whole numbers from 0
 * @param classes how many there are
 * @param seed of the initial weights
 */
record LabelPerceptron(String label, int classes, long seed) {

  /**
   * Shares of rows whose label it finds.
   *
   * @param train of the rows that it learned from
   * @param test of others
   */
  record Accuracy(double train, double test) {}

  private static final int HIDDEN = 256;

  /** Rows that it learns from at most, with those that it is validated on. */
  private static final int MOST_ROWS = 20_000;

  /** One in this many rows is for validation. */
  private static final int VALIDATION = 5;

  /** Iterations of L-BFGS between two validations. */
  private static final int ITERATIONS = 10;

  /** Validations without a lower error after which it stops. */
  private static final int PATIENCE = 4;

  private static final int MOST_VALIDATIONS = 40;

  /** Error on the validation part, in nats, below which nothing is left to be learned. */
  private static final double SURE = 1e-2;

  /**
   * Learns and reads.
   *
   * @param known rows to learn from
   * @param unknown rows to test on
   * @param code column of codes
   */
  Accuracy of(Dataset<Row> known, Dataset<Row> unknown, String code) {
    Dataset<Row> all = raw(known.orderBy(hash(code)).limit(MOST_ROWS), code);
    StandardScalerModel scaler =
        new StandardScaler().setInputCol("raw").setOutputCol("features").setWithMean(true).fit(all);
    Dataset<Row> learned = scaler.transform(all).coalesce(1);
    Column validated = functions.pmod(hash("raw"), functions.lit(VALIDATION)).equalTo(0);
    Dataset<Row> train = learned.where(functions.not(validated)).cache();
    Dataset<Row> validation = learned.where(validated).cache();
    Dataset<Row> test = scaler.transform(raw(unknown, code)).coalesce(1).cache();
    try {
      MultilayerPerceptronClassificationModel best = fit(train, validation, scaler.mean().size());
      return new Accuracy(score(best, train, "accuracy"), score(best, test, "accuracy"));
    } finally {
      train.unpersist();
      validation.unpersist();
      test.unpersist();
    }
  }

  private static Column hash(String column) {
    return functions.xxhash64(ExactColumn.named(column).cast("string"));
  }

  private Dataset<Row> raw(Dataset<Row> rows, String code) {
    return rows.select(
        array_to_vector(ExactColumn.named(code)).as("raw"),
        ExactColumn.named(label).cast("double").as("label"));
  }

  private MultilayerPerceptronClassificationModel fit(
      Dataset<Row> train, Dataset<Row> validation, int width) {
    MultilayerPerceptronClassifier step =
        new MultilayerPerceptronClassifier()
            .setLayers(new int[] {width, HIDDEN, classes})
            .setMaxIter(ITERATIONS)
            .setSeed(seed);
    MultilayerPerceptronClassificationModel best = null;
    double lowest = Double.POSITIVE_INFINITY;
    int since = 0;
    for (int i = 0; i < MOST_VALIDATIONS && since < PATIENCE && lowest > SURE; i++) {
      MultilayerPerceptronClassificationModel model = step.fit(train);
      double loss = score(model, validation, "logLoss");
      since++;
      if (loss < lowest) {
        lowest = loss;
        best = model;
        since = 0;
      }
      step.setInitialWeights(model.weights());
    }
    return best;
  }

  private static double score(
      MultilayerPerceptronClassificationModel model, Dataset<Row> rows, String metric) {
    return new MulticlassClassificationEvaluator()
        .setMetricName(metric)
        .evaluate(model.transform(rows));
  }
}
