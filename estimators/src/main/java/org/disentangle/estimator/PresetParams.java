package org.disentangle.estimator;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.InfoGanCrPreset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params that choose networks and their sizes: a preset, and what departs from it. */
public interface PresetParams<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Networks, sizes, rates and schedule to start from: "dsprites", "cdsprites", "teapots",
   * "celeba32", "mnist28" or "small32" (see {@link InfoGanCrPreset}). Default "dsprites".
   */
  default Param<String> preset() {
    return declared()
        .stringParam(
            "preset", Allowed.oneOf(InfoGanCrPreset.ids()), "networks and settings to start from");
  }

  default String getPreset() {
    return value(preset());
  }

  default T setPreset(String preset) {
    return with(preset(), preset);
  }

  /** The preset's row of the table. */
  default InfoGanCrPreset presetTable() {
    return InfoGanCrPreset.of(getPreset());
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

  /** The value set, else the preset's. */
  default <V> V orPreset(Param<?> param, V presetValue) {
    @SuppressWarnings("unchecked")
    V value = isSet(param) ? (V) getOrDefault(param) : presetValue;
    return value;
  }

  /** Continuous codes, 1 to 10,000: as many as factors are expected. Default: the preset's. */
  default IntParam numCodes() {
    return declared()
        .intParam(
            "numCodes",
            Allowed.between(1, LatentSpace.MOST_VALUES),
            "continuous codes; the default is the preset's");
  }

  default int getNumCodes() {
    return orPreset(numCodes(), presetTable().sizes().numCodes());
  }

  default T setNumCodes(int value) {
    return with(numCodes(), value);
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

  /** Images per mini-batch and worker, at least 1. Default: the preset's. */
  default IntParam batchSize() {
    return declared()
        .intParam(
            "batchSize",
            Allowed.atLeast(1),
            "images per mini-batch and worker; the default is the preset's");
  }

  default int getBatchSize() {
    return orPreset(batchSize(), presetTable().sizes().batchSize());
  }

  default T setBatchSize(int value) {
    return with(batchSize(), value);
  }
}
