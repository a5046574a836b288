// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing.toy;

import org.apache.spark.ml.param.DoubleParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.StageParams;

/** The Params that {@link FactorEncoder} and its model share. */
public interface FactorEncoderParams<T extends StageParams<T>>
    extends HasCodesCol<T>, HasFactorCols<T>, HasSeed<T> {

  /** Width of uniform noise, in units of the factors. Default 0. */
  default DoubleParam noise() {
    return declared().doubleParam("noise", Allowed.atLeast(0.0).byDefault(0.0), "width of noise");
  }

  default double getNoise() {
    return value(noise());
  }

  default T setNoise(double width) {
    return with(noise(), width);
  }
}
