package org.disentangle.estimator;

import java.util.List;
import org.disentangle.model.DisentangledModelParams;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.InfoGanPreset;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGan}. Those without a default of their own take the preset's value; setting
 * one changes that one alone.
 */
public interface InfoGanParams<T extends StageParams<T>>
    extends DisentangledModelParams<T>, InformationParams<T>, AdversaryParams<T> {

  /** The preset's row of the table. */
  default InfoGanPreset presetTable() {
    return InfoGanPreset.of(getPreset());
  }

  @Override
  default List<String> presetIds() {
    return InfoGanPreset.ids();
  }

  @Override
  default Start presetStart() {
    InfoGanPreset preset = presetTable();
    return new Start(preset.latent().numCodes(), preset.batchSize(), preset.maxIter());
  }

  @Override
  default Information usualInformation() {
    InfoGanPreset preset = presetTable();
    return new Information(
        preset.latent(), preset.weights().lambda(), preset.weights().lambdaCategorical());
  }

  @Override
  default Rates usualRates() {
    InfoGanPreset.Rates rates = presetTable().rates();
    return new Rates(rates.generator(), rates.discriminator());
  }

  @Override
  default AdversarialLoss usualAdversarialLoss() {
    return presetTable().weights().adversarial();
  }
}
