package org.disentangle.estimator;

import java.util.List;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.InfoGanCrPreset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params that choose InfoGAN-CR's networks and their sizes. */
public interface InfoGanCrPresetParams<T extends StageParams<T>> extends PresetParams<T> {

  /** The preset's row of the table. */
  default InfoGanCrPreset presetTable() {
    return InfoGanCrPreset.of(getPreset());
  }

  @Override
  default List<String> presetIds() {
    return InfoGanCrPreset.ids();
  }

  @Override
  default Start presetStart() {
    InfoGanCrPreset preset = presetTable();
    return new Start(
        preset.sizes().numCodes(), preset.sizes().batchSize(), preset.schedule().maxIter());
  }

  /**
   * Networks of your own instead of the preset's, as the JSON text that {@link
   * org.disentangle.net.architecture.NetworksJson} writes; codes and noise must agree with {@code
   * numCodes} and {@code noiseDim}. Default "": the preset's.
   */
  default Param<String> architecture() {
    return declared()
        .stringParam(
            "architecture",
            Allowed.where(
                    String.class,
                    "networks as JSON, or empty for the preset's",
                    text -> true,
                    "the value is null.")
                .byDefault(""),
            "networks instead of the preset's");
  }

  default String getArchitecture() {
    return value(architecture());
  }

  default T setArchitecture(String json) {
    return with(architecture(), json);
  }

  /**
   * Nuisance noise values, 0 to 10,000, for what the codes do not explain. Default: the preset's.
   */
  default IntParam noiseDim() {
    return declared()
        .intParam(
            "noiseDim",
            Allowed.between(0, LatentSpace.MOST_VALUES),
            "nuisance noise values; the default is the preset's");
  }

  default int getNoiseDim() {
    return orPreset(noiseDim(), presetTable().sizes().noiseDim());
  }

  default T setNoiseDim(int value) {
    return with(noiseDim(), value);
  }
}
