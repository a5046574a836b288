package org.disentangle.evaluator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.disentangle.metric.suite.MetricInput;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params of metrics that fit a model: how many rows it sees, and which it is scored on. */
public interface HasHeldOutRows<T extends StageParams<T>> extends StageParams<T> {

  /** Rows a model is fitted to at most, at least 1; a random sample of more. Default 10,000. */
  default IntParam trainRows() {
    return declared()
        .intParam(
            "trainRows",
            Allowed.atLeast(1).byDefault(MetricInput.Limits.DEFAULT.train()),
            "rows a model is fitted to at most; a random sample of more");
  }

  default int getTrainRows() {
    return value(trainRows());
  }

  default T setTrainRows(int rows) {
    return with(trainRows(), rows);
  }

  /** Rows a model is scored on at most, at least 1; a random sample of more. Default 5,000. */
  default IntParam testRows() {
    return declared()
        .intParam(
            "testRows",
            Allowed.atLeast(1).byDefault(MetricInput.Limits.DEFAULT.test()),
            "rows a model is scored on at most; a random sample of more");
  }

  default int getTestRows() {
    return value(testRows());
  }

  default T setTestRows(int rows) {
    return with(testRows(), rows);
  }

  /**
   * Share of the rows, drawn at random, that no model is fitted to and all are scored on; from 0 to
   * 0.9. Default 1/3. With 0 they are scored on the rows they were fitted to, which flatters them.
   */
  default DoubleParam testFraction() {
    return declared()
        .doubleParam(
            "testFraction",
            Allowed.between(0.0, 0.9).byDefault(1.0 / 3),
            "share of the rows that models are scored on and not fitted to; 0: scored in sample");
  }

  default double getTestFraction() {
    return value(testFraction());
  }

  default T setTestFraction(double share) {
    return with(testFraction(), share);
  }

  /** {@code trainRows} and {@code testRows}. */
  default MetricInput.Limits limits() {
    return new MetricInput.Limits(getTrainRows(), getTestRows());
  }
}
