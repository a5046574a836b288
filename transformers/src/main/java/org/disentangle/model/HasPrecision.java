// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Optional;
import org.apache.spark.ml.param.Param;
import org.disentangle.net.Precision;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** Param {@code precision}: the numbers in which networks compute. */
public interface HasPrecision<T extends StageParams<T>> extends StageParams<T> {

  /**
   * "float32" (default), or "bfloat16": convolutions, transposed convolutions and dense layers take
   * and give bfloat16 and add up in single precision, which takes less time; weights, optimisers,
   * statistics, losses and averages stay in single precision. It needs oneDNN and processors with
   * AVX512_BF16 or AMX, on the driver too. A model may use either, whatever it was trained in.
   */
  default Param<String> precision() {
    return declared()
        .stringParam(
            "precision",
            Allowed.oneOf(Precision.ids()),
            "numbers in which networks compute; bfloat16 needs AVX512_BF16 or AMX");
  }

  default String getPrecision() {
    return value(precision());
  }

  default T setPrecision(String precision) {
    return with(precision(), precision);
  }

  /**
   * The precision in effect.
   *
   * @throws org.disentangle.error.InvalidInputException if this JVM cannot compute in it
   */
  default Precision requirePrecision() {
    Precision precision = Precision.of(getPrecision());
    Optional<String> obstacle = precision.obstacle();
    if (obstacle.isPresent()) {
      throw InputErrors.of(this)
          .parameter("precision", getPrecision(), Precision.expected(obstacle.get()));
    }
    return precision;
  }
}
