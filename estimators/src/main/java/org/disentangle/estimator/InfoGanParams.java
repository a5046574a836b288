package org.disentangle.estimator;

import org.disentangle.model.DisentangledModelParams;
import org.disentangle.net.infogan.InfoGanPreset;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGan}. Those without a default take the preset's value; setting one changes
 * that one alone.
 */
public interface InfoGanParams<T extends StageParams<T>>
    extends DisentangledModelParams<T>, InformationParams<T>, AdversaryParams<T> {

  @Override
  default Class<InfoGanPreset> presets() {
    return InfoGanPreset.class;
  }
}
