// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.Param;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Param of the systems whose networks can be given instead of taken from a preset. */
public interface HasArchitecture<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Your networks instead of the preset's, as the JSON text that {@link
   * org.disentangle.net.architecture.NetworksJson} writes; their sizes must agree with the Params
   * of codes and noise. Default "": the preset's.
   */
  default Param<String> architecture() {
    return declared()
        .stringParam(
            "architecture",
            Allowed.where(String.class, "networks as JSON, or empty for the preset's", text -> true)
                .byDefault(""),
            "networks instead of the preset's");
  }

  default String getArchitecture() {
    return value(architecture());
  }

  default T setArchitecture(String json) {
    return with(architecture(), json);
  }
}
