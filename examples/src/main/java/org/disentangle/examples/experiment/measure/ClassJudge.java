// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.model.ImageClassifierModel;

/** A classifier of real images by their true classes, trained once, when it is first needed. */
final class ClassJudge {

  private static final int BATCH = 64;
  private static final long ITERATIONS = 2_000;
  private static final int LEAST_EPOCHS = 5;
  private static final int MOST_EPOCHS = 200;

  private final Dataset<Row> images;
  private final String label;
  private ImageClassifierModel classifier;

  ClassJudge(Dataset<Row> images, String label) {
    this.images = images;
    this.label = label;
  }

  /**
   * What the classifier says of images.
   *
   * @param column of images
   */
  ImageQualityEvaluator.Report judge(Dataset<Row> generated, String column) {
    ImageClassifierModel reader = classifier().copy(ParamMap.empty()).setImageCol(column);
    return new ImageQualityEvaluator().report(reader.transform(generated));
  }

  /** What it learned. */
  synchronized ImageClassifierModel classifier() {
    if (classifier == null) {
      long batches = Math.max(1, images.count() / BATCH);
      long epochs = Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, ITERATIONS / batches));
      classifier =
          new ImageClassifier()
              .setLabelCol(label)
              .setBatchSize(BATCH)
              .setEpochs((int) epochs)
              .fit(images);
    }
    return classifier;
  }
}
