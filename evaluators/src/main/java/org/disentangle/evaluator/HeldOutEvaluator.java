// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.disentangle.metric.suite.MetricInput;
import org.disentangle.stage.Allowed;

/**
 * What the Evaluators share whose metrics fit a model to some rows and score it on others.
 *
 * @param <T> the concrete evaluator
 */
public abstract class HeldOutEvaluator<T extends HeldOutEvaluator<T>> extends FactorsEvaluator<T> {

  HeldOutEvaluator(String uid) {
    super(uid);
  }

  @Override
  MetricInput input(CollectedCodes collected) {
    return MetricInput.split(
        ordered(collected.table()), getTestFraction(), limits(), new MetricLearners(), getSeed());
  }

  /** Rows a model is fitted to at most, at least 1; a random sample of more. Default 10,000. */
  public final IntParam trainRows() {
    return declared()
        .intParam(
            "trainRows",
            Allowed.atLeast(1).byDefault(MetricInput.Limits.DEFAULT.train()),
            "rows a model is fitted to at most; a random sample of more");
  }

  public final int getTrainRows() {
    return value(trainRows());
  }

  public final T setTrainRows(int rows) {
    return with(trainRows(), rows);
  }

  /** Rows a model is scored on at most, at least 1; a random sample of more. Default 5,000. */
  public final IntParam testRows() {
    return declared()
        .intParam(
            "testRows",
            Allowed.atLeast(1).byDefault(MetricInput.Limits.DEFAULT.test()),
            "rows a model is scored on at most; a random sample of more");
  }

  public final int getTestRows() {
    return value(testRows());
  }

  public final T setTestRows(int rows) {
    return with(testRows(), rows);
  }

  /**
   * Share of the rows, drawn at random, that no model is fitted to and all are scored on; from 0 to
   * 0.9. Default 1/3. With 0 they are scored on the rows they were fitted to, which flatters them.
   */
  public final DoubleParam testFraction() {
    return declared()
        .doubleParam(
            "testFraction",
            Allowed.between(0.0, 0.9).byDefault(1.0 / 3),
            "share of the rows that models are scored on and not fitted to; 0: scored in sample");
  }

  public final double getTestFraction() {
    return value(testFraction());
  }

  public final T setTestFraction(double share) {
    return with(testFraction(), share);
  }

  /** {@code trainRows} and {@code testRows}. */
  public final MetricInput.Limits limits() {
    return new MetricInput.Limits(getTrainRows(), getTestRows());
  }
}
