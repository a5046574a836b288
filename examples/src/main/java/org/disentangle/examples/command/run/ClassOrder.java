// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.evaluator.CategoricalCodeEvaluator.Matching;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.HasCategoryProbabilities;
import org.disentangle.stage.InputErrors;

/**
 * The categories of a model's first code in the order of the classes that they stand for, as
 * figures of InfoGAN have them.
 */
public final class ClassOrder {

  private static final String PROBABILITIES = "probability";

  private ClassOrder() {}

  /**
   * Matches categories to classes so that most images agree, and sorts them by class; those that no
   * class is left for, or no image has, come last.
   *
   * @param model with a categorical code
   * @param images with classes from 0 on
   * @param label column of the classes
   * @return the categories
   * @throws org.disentangle.error.InvalidInputException if no code is categorical, or images or
   *     classes are missing
   */
  public static int[] of(DisentangledModel<?> model, Dataset<Row> images, String label) {
    if (!(model instanceof HasCategoryProbabilities<?>) || model.latent().categories().isEmpty()) {
      throw new InputErrors("disentangle traverse")
          .conflict("--data puts categories in order, and no code of this model is categorical");
    }
    DisentangledModel<?> reader = (DisentangledModel<?>) model.copy(ParamMap.empty());
    ModelOptions.findImages(reader, images);
    reader.setAppendGenerated(false);
    ((HasCategoryProbabilities<?>) reader).setProbabilityCol(PROBABILITIES);
    Matching matching =
        new CategoricalCodeEvaluator()
            .setProbabilityCol(PROBABILITIES)
            .setLabelCol(label)
            .setMetricName("category_accuracy")
            .matching(reader.transform(images));
    int[] matched = matching.accuracy().labelOfCategory(); // up to the last that an image has
    int[] labels = Arrays.copyOf(matched, model.latent().categories().get(0));
    Arrays.fill(labels, Math.min(matched.length, labels.length), labels.length, -1);
    return IntStream.range(0, labels.length)
        .boxed()
        .sorted(
            Comparator.comparingInt(
                category -> labels[category] < 0 ? Integer.MAX_VALUE : labels[category]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
