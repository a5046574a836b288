package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.disentangle.stage.HasFactorCols;

/**
 * What the Evaluators of codes against ground-truth factors share. Factor columns with one value
 * are left out if they were found by their prefix, and refused if {@code factorCols} names them.
 *
 * @param <T> the concrete evaluator
 */
public abstract class FactorsEvaluator<T extends FactorsEvaluator<T>> extends CodesEvaluator<T>
    implements HasFactorCols<T>, HasFactorBins<T> {

  FactorsEvaluator(String uid) {
    super(uid);
  }

  @Override
  CollectedCodes collect(Dataset<?> data, List<String> names) {
    return CollectedCodes.of(self(), data).binned(getFactorBins());
  }

  @SuppressWarnings("unchecked") // T is the class of this
  private T self() {
    return (T) this;
  }
}
