// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.stage.ExactColumn;

/**
 * Whether the first, categorical code finds the classes of images that it saw without labels (Chen
 * et al. 2016, section 7.2).
 */
public final class CategoryAccuracy implements Measure {

  @Override
  public String name() {
    return "category_accuracy";
  }

  @Override
  public String meaning() {
    return "share of images whose category stands for their class, by the best matching of the two";
  }

  @Override
  public boolean needsLabel() {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    if (model.categoricalCodes() == 0) {
      return Double.NaN;
    }
    String category = "category";
    Dataset<Row> encoded =
        model
            .encoded()
            .select(
                ExactColumn.named(model.codesCol()).getItem(0).cast("double").as(category),
                ExactColumn.named(model.label()).as("label"));
    Dataset<Row> every = // so that the encoder knows those that no image has
        encoded
            .sparkSession()
            .range(model.categories().get(0))
            .select(functions.col("id").cast("double").as(category));
    Dataset<Row> certain =
        new OneHotEncoder()
            .setInputCol(category)
            .setOutputCol("probability")
            .setDropLast(false)
            .fit(every)
            .transform(encoded);
    return new CategoricalCodeEvaluator()
        .setLabelCol("label")
        .setMetricName("category_accuracy")
        .evaluate(certain);
  }
}
