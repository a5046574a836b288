// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.sql.Dataset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasFactorCols;

/**
 * What the Evaluators of codes against ground-truth factors share. Factor columns with one value
 * are left out if they were found by their prefix, and refused if {@code factorCols} names them.
 *
 * @param <T> the concrete evaluator
 */
public abstract class FactorsEvaluator<T extends FactorsEvaluator<T>> extends CodesEvaluator<T>
    implements HasFactorCols<T> {

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

  /**
   * Factors with more values than this are divided into that many intervals of equal width; 0 or
   * more. Default 0, which takes every value as it is. Continuous factors need it, 20 being common:
   * metrics that take values for classes refuse a factor of which more than half of the rows have a
   * value of their own.
   */
  public final IntParam factorBins() {
    return declared()
        .intParam(
            "factorBins",
            Allowed.atLeast(0).byDefault(0),
            "intervals that factors with more values are divided into; 0: values as they are");
  }

  public final int getFactorBins() {
    return value(factorBins());
  }

  public final T setFactorBins(int bins) {
    return with(factorBins(), bins);
  }
}
