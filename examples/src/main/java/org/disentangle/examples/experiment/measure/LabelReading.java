// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.examples.experiment.measure.LabelPerceptron.Accuracy;
import org.disentangle.model.StyleContentModel;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * How well a label is read from the specified and from the unspecified code of images (Mathieu et
 * al. 2016, table 1), by a perceptron that learns from four fifths of them and is tested on the
 * others. The labels need not be those that the model was trained with, nor their identities.
 *
 * @param label column of it
 * @param classes values that it has
 * @param specified share of images whose label is read from the specified code
 * @param unspecified the same from the unspecified code
 * @param specifiedTrain the same as {@code specified} on the images that the perceptron learned
 *     from
 * @param unspecifiedTrain the same as {@code unspecified} on these
 * @param mostFrequent share of the most frequent value among the images tested on: chance
 */
public record LabelReading(
    String label,
    int classes,
    double specified,
    double unspecified,
    double specifiedTrain,
    double unspecifiedTrain,
    double mostFrequent) {

  /** Most values of a label. */
  private static final int MOST_CLASSES = 1_000;

  private static final int PARTS = 5;
  private static final String VALUE = "value";
  private static final String LABEL = "label";

  /**
   * Reads labels from the codes of images.
   *
   * @param labels their columns, of numbers or names
   * @param seed of the perceptrons
   * @throws org.disentangle.error.InvalidInputException if a column is missing, or has one value or
   *     more than 1,000
   */
  public static List<LabelReading> of(
      StyleContentModel model, Dataset<Row> images, List<String> labels, long seed) {
    InputErrors errors = new InputErrors("disentangle evaluate");
    for (String label : labels) {
      if (!List.of(images.columns()).contains(label)) {
        throw errors.parameter(
            "--label", label, "columns of the data, " + List.of(images.columns()));
      }
    }
    StyleContentModel encoder = model.copy(ParamMap.empty()).setAppendGenerated(false);
    Dataset<Row> encoded = encoder.transform(images).drop(model.getImageCol()).cache();
    try {
      List<LabelReading> readings = new ArrayList<>();
      for (String label : labels) {
        readings.add(of(model, encoded, label, seed, errors));
      }
      return readings;
    } finally {
      encoded.unpersist();
    }
  }

  private static LabelReading of(
      StyleContentModel model, Dataset<Row> encoded, String label, long seed, InputErrors errors) {
    String s = model.getSpecifiedCol();
    String z = model.getUnspecifiedCol();
    Dataset<Row> rows =
        encoded.select(
            ExactColumn.named(s).as(s),
            ExactColumn.named(z).as(z),
            ExactColumn.named(label).cast("string").as(VALUE));
    StringIndexerModel index =
        new StringIndexer()
            .setInputCol(VALUE)
            .setOutputCol(LABEL)
            .setStringOrderType("alphabetAsc")
            .fit(rows.na().drop());
    int classes = index.labelsArray()[0].length;
    if (classes < 2 || classes > MOST_CLASSES) {
      throw errors.column(
          label,
          classes + (classes == 1 ? " value" : " values"),
          String.format(Locale.ROOT, "2 to %d, to be read from codes", MOST_CLASSES));
    }
    Dataset<Row> indexed = index.transform(rows.na().drop());
    Column tested =
        functions.pmod(functions.xxhash64(ExactColumn.named(z)), functions.lit(PARTS)).equalTo(0);
    Dataset<Row> known = indexed.where(functions.not(tested));
    Dataset<Row> unknown = indexed.where(tested);
    LabelPerceptron perceptron = new LabelPerceptron(LABEL, classes, seed);
    Accuracy ofS = perceptron.of(known, unknown, s);
    Accuracy ofZ = perceptron.of(known, unknown, z);
    return new LabelReading(
        label,
        classes,
        ofS.test(),
        ofZ.test(),
        ofS.train(),
        ofZ.train(),
        MostFrequentClass.share(unknown, LABEL));
  }
}
