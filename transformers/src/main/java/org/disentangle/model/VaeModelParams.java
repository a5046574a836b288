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

  /** See {@link #encoding()}. */
  String ACTIVE = "active";

  /**
   * What the codes of an image are: "mean" (default) of the encoder's distribution; "active", the
   * mean for codes that are active units (Burda et al. 2016: the variance of the mean is above
   * 0.01, here over 1,000 images drawn from the model by the seed) and 0 for the others, whose
   * means are faint copies of those; or "sample", a draw from the distribution that follows from
   * the seed and the image.
   */
  default Param<String> encoding() {
    return declared()
        .stringParam(
            "encoding",
            Allowed.oneOf(List.of(MEAN, ACTIVE, SAMPLE)),
            "codes are the mean of the encoder's distribution, that mean for active codes and 0 for"
                + " others, or a sample");
  }

  default String getEncoding() {
    return value(encoding());
  }

  default T setEncoding(String encoding) {
    return with(encoding(), encoding);
  }
}
