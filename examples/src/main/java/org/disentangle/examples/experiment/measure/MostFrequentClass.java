// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.stage.ExactColumn;

/** What {@link CategoryAccuracy} has to be better than. */
public final class MostFrequentClass implements Measure {

  @Override
  public String name() {
    return "most_frequent_class";
  }

  @Override
  public String meaning() {
    return "share of images of the most frequent class";
  }

  @Override
  public boolean needsLabel() {
    return true;
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return share(model.scored(), model.label());
  }

  static double share(Dataset<Row> rows, String label) {
    Row most =
        rows.groupBy(ExactColumn.named(label))
            .count()
            .agg(functions.max("count"), functions.sum("count"))
            .head();
    return (double) most.getLong(0) / most.getLong(1);
  }
}
