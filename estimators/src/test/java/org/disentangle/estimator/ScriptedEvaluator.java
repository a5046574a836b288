// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;

/** Gives one value after the other; infinite ones are errors. It cannot be saved. */
final class ScriptedEvaluator extends Evaluator {

  private final boolean larger;
  private final Deque<Double> values;
  private long rows;

  ScriptedEvaluator(boolean larger, Double... values) {
    this.larger = larger;
    this.values = new ArrayDeque<>(List.of(values));
  }

  @Override
  public String uid() {
    return "scripted";
  }

  /** Rows of the latest evaluation. */
  long rows() {
    return rows;
  }

  @Override
  public double evaluate(Dataset<?> made) {
    rows = made.count();
    double value = values.remove();
    if (Double.isInfinite(value)) {
      throw new IllegalStateException("no value");
    }
    return value;
  }

  @Override
  public boolean isLargerBetter() {
    return larger;
  }

  @Override
  public ScriptedEvaluator copy(ParamMap extra) {
    return this;
  }
}
