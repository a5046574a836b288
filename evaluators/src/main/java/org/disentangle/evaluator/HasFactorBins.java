package org.disentangle.evaluator;

import org.apache.spark.ml.param.IntParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param {@code factorBins}: how continuous factors become discrete ones. */
public interface HasFactorBins<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Factors with more values than this are divided into that many intervals of equal width; 0 or
   * more. Default 0, which takes every value as it is. Continuous factors need it, 20 being common:
   * metrics that take values for classes refuse a factor of which more than half of the rows have a
   * value of their own.
   */
  default IntParam factorBins() {
    return declared()
        .intParam(
            "factorBins",
            Allowed.atLeast(0).byDefault(0),
            "intervals that factors with more values are divided into; 0: values as they are");
  }

  default int getFactorBins() {
    return value(factorBins());
  }

  default T setFactorBins(int bins) {
    return with(factorBins(), bins);
  }
}
