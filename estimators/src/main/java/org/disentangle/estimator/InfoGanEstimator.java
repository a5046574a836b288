package org.disentangle.estimator;

import org.disentangle.latent.LatentSpace;
import org.disentangle.model.DisentangledModel;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanVariant;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.InputErrors;

/**
 * InfoGAN, with or without its contrastive regulariser.
 *
 * @param <E> the concrete estimator
 * @param <M> its model
 */
public abstract class InfoGanEstimator<
        E extends InfoGanEstimator<E, M>, M extends DisentangledModel<M>>
    extends DisentanglingEstimator<E, M, InfoGanCrNetworks>
    implements InformationParams<E>, AdversaryParams<E> {

  InfoGanEstimator(String uid) {
    super(uid);
  }

  /** The preset's networks or the user's own, as D's loss and Q's variance need them. */
  InfoGanCrNetworks networks(LatentSpace latent, boolean hasContrast) {
    InfoGanCrNetworks networks =
        getArchitecture().isEmpty()
            ? Presets.of(presets(), getPreset()).networks(latent)
            : new OwnArchitecture(InputErrors.of(this), latent, hasContrast)
                .read(getArchitecture());
    AdversarialLoss adversarial = AdversarialLoss.of(getAdversarialLoss());
    return networks
        .withReal(adversarial.output())
        .withMoreCodeOutputs(QVariance.of(getQVariance()).outputs(latent.numContinuous()));
  }

  InfoGanVariant variant(LatentSpace latent, int generatorSteps, boolean freshDraws) {
    return new InfoGanVariant(
        latent.categories().isEmpty() ? 0 : getLambdaCategorical(),
        QVariance.of(getQVariance()),
        getQVarianceStart(),
        AdversarialLoss.of(getAdversarialLoss()),
        getGradientPenalty(),
        getPackSize(),
        generatorSteps,
        freshDraws);
  }
}
