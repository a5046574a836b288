// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params that estimators of variational autoencoders, or of IB-GAN, and their models share. */
public interface VaeModelParams<T extends StageParams<T>> extends DisentangledModelParams<T> {

  /** See {@link #encoding()}. */
  String MEAN = "mean";

  /** See {@link #encoding()}. */
  String SAMPLE = "sample";

  /**
   * What the codes of an image are: "mean" (default) of the encoder's distribution, or "sample", a
   * draw from it that follows from the seed and the image.
   */
  default Param<String> encoding() {
    return declared()
        .stringParam(
            "encoding",
            Allowed.oneOf(List.of(MEAN, SAMPLE)),
            "codes are the mean of the encoder's distribution, or a sample of it");
  }

  default String getEncoding() {
    return value(encoding());
  }

  default T setEncoding(String encoding) {
    return with(encoding(), encoding);
  }
}
