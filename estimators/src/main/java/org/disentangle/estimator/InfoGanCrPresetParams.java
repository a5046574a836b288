package org.disentangle.estimator;

import java.util.List;
import org.disentangle.net.procedure.InfoGanCrPreset;
import org.disentangle.stage.StageParams;

/** What the Params of InfoGAN-CR take from a preset. */
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
}
