// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
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
    extends DisentanglingEstimator<E, M, InfoGanCrNetworks> implements InfoGanParams<E> {

  InfoGanEstimator(String uid) {
    super(uid);
  }

  /**
   * What these Params say of the latent space.
   *
   * @throws InvalidInputException if more codes are categorical than there are, or one of OOGAN's
   *     parts is on without the codes or noise that it needs
   */
  final LatentSpace latentSpace() {
    checkCategories(getNumCodes());
    LatentSpace latent =
        new LatentSpace(getNumCodes(), getNoiseDim(), Prior.UNIFORM, categoryCounts());
    PluggedSwitches.check(this, latent.numContinuous(), "noiseDim", getNoiseDim());
    return latent;
  }

  /** The preset's networks or the user's own, as D's loss and Q's variance need them. */
  InfoGanCrNetworks networks(LatentSpace latent, boolean hasContrast) {
    InfoGanCrNetworks networks =
        getArchitecture().isEmpty()
            ? Presets.of(presets(), getPreset()).networks(latent)
            : ownNetworks(latent, hasContrast);
    AdversarialLoss adversarial = AdversarialLoss.of(getAdversarialLoss());
    networks =
        networks
            .withReal(adversarial.output())
            .withMoreCodeOutputs(QVariance.of(getQVariance()).outputs(latent.numContinuous()));
    if (getCompeteFree()) {
      networks = networks.withCompeteFree(latent);
    }
    return getGrouped() ? networks.withGroupedCodes() : networks;
  }

  InfoGanVariant variant(LatentSpace latent, int generatorSteps, boolean freshDraws) {
    InfoGanVariant variant =
        new InfoGanVariant(
            latent.categories().isEmpty() ? 0 : getLambdaCategorical(),
            QVariance.of(getQVariance()),
            getQVarianceStart(),
            AdversarialLoss.of(getAdversarialLoss()),
            getGradientPenalty(),
            getPackSize(),
            generatorSteps,
            freshDraws);
    return variant
        .withTerms(getOneHot(), PluggedSwitches.gamma(this), PluggedSwitches.orthogonalWeight(this))
        .withDeviationFloor(getQDeviationFloor());
  }

  /**
   * Refuses a start that never comes.
   *
   * @throws InvalidInputException if {@code qVarianceStart} is above {@code maxIter}, or not below
   *     it though {@code qVariance} is not "unit"
   */
  final void checkQVarianceStart() {
    boolean free = QVariance.of(getQVariance()) != QVariance.UNIT;
    if (getQVarianceStart() > getMaxIter() || (free && getQVarianceStart() == getMaxIter())) {
      throw InputErrors.of(this)
          .parameter(
              "qVarianceStart",
              getQVarianceStart(),
              free
                  ? String.format(
                      Locale.ROOT,
                      "an iteration below maxIter (%d), because qVariance is %s",
                      getMaxIter(),
                      getQVariance())
                  : String.format(Locale.ROOT, "at most maxIter (%d)", getMaxIter()));
    }
  }

  /**
   * Refuses packs that do not fill a batch.
   *
   * @throws InvalidInputException if {@code packSize} does not divide {@code batchSize}
   */
  final void checkPackSize() {
    if (getBatchSize() % getPackSize() != 0) {
      throw InputErrors.of(this)
          .parameter(
              "packSize",
              getPackSize(),
              String.format(Locale.ROOT, "a divisor of batchSize (%d)", getBatchSize()),
              "Make batchSize a multiple of packSize.");
    }
  }

  /** The user's own networks; H is one of them where there is a contrast. */
  private InfoGanCrNetworks ownNetworks(LatentSpace latent, boolean hasContrast) {
    OwnNetworks own =
        OwnNetworks.ofCodes(
            InputErrors.of(this),
            hasContrast ? "G, D and H" : "G and D",
            latent.numCodes(),
            latent.categories(),
            latent.noiseDim());
    InfoGanCrNetworks networks =
        own.read(getArchitecture(), InfoGanCrNetworks.class, InfoGanCrNetworks::imageShape);
    int pixels = networks.imageShape().size();
    own.check(
        "G", networks.generator(), latent.inputSize(), Map.of(InfoGanCrNetworks.IMAGE, pixels));
    own.check(
        "D",
        networks.discriminator(),
        pixels,
        Map.of(InfoGanCrNetworks.REAL, 1, InfoGanCrNetworks.CODES, latent.codeWidth()));
    own.requireCodes(networks.generator(), latent.codeWidth());
    if (hasContrast) {
      own.check(
          "H", networks.contrast(), 2 * pixels, Map.of(InfoGanCrNetworks.INDEX, latent.numCodes()));
    }
    return networks;
  }
}
