// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The real images that models are measured on.
 *
 * @param images with factor columns; those that are read several times are cached
 * @param label column of classes; empty for none
 * @param evaluator Params of the evaluator of metrics, by name
 * @param judge recognises the classes of images
 * @param training images that models were trained on; {@code images} if they are the same
 * @param trainingJudge learned from these
 * @param attributes recognises the factors of {@code images}
 */
public record ScoredImages(
    Dataset<Row> images,
    String label,
    Map<String, String> evaluator,
    ClassJudge judge,
    Dataset<Row> training,
    ClassJudge trainingJudge,
    AttributeJudge attributes) {

  public ScoredImages {
    evaluator = Map.copyOf(evaluator);
  }

  /** Images without a classifier of their classes. */
  public static ScoredImages unjudged(Dataset<Row> images, String label) {
    return new ScoredImages(images, label, Map.of(), null, images, null, null);
  }

  /** Images with classes in the given column, which a classifier learns when it is asked first. */
  public static ScoredImages of(
      Dataset<Row> images, Dataset<Row> training, String label, Map<String, String> evaluator) {
    return new ScoredImages(
        images,
        label,
        evaluator,
        new ClassJudge(images, label),
        training,
        new ClassJudge(training, label),
        new AttributeJudge(images));
  }
}
