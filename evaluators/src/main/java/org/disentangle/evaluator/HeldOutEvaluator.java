package org.disentangle.evaluator;

import org.apache.spark.sql.Dataset;
import org.disentangle.metric.suite.MetricInput;

/**
 * What the Evaluators share whose metrics fit a model to some rows and score it on others.
 *
 * @param <T> the concrete evaluator
 */
public abstract class HeldOutEvaluator<T extends HeldOutEvaluator<T>> extends FactorsEvaluator<T>
    implements HasHeldOutRows<T> {

  HeldOutEvaluator(String uid) {
    super(uid);
  }

  @Override
  MetricInput input(CollectedCodes collected, Dataset<?> data) {
    return MetricInput.split(
        ordered(collected.table()),
        getTestFraction(),
        limits(),
        new MllibLearners(data.sparkSession()),
        getSeed());
  }
}
