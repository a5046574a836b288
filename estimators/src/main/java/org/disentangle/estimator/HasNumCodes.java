// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.IntParam;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Param of the number of codes, which is that of the preset, such as a row of {@link
 * InfoGanCrPreset}, unless it is set.
 */
public interface HasNumCodes<T extends StageParams<T>> extends PresetParams<T> {

  @Override
  Class<? extends Preset.Coded> presets();

  /**
   * Codes, continuous and categorical together, 1 to 10,000: as many as factors are expected.
   * Default: the preset's.
   */
  default IntParam numCodes() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "numCodes",
                    Allowed.between(1, LatentSpace.MOST_VALUES),
                    "codes, continuous and categorical together; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).numCodes());
  }

  default int getNumCodes() {
    return value(numCodes());
  }

  default T setNumCodes(int value) {
    return with(numCodes(), value);
  }
}
