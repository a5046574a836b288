// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.ModelData;
import org.disentangle.model.VaeModel;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.procedure.Presets;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.net.vae.VaePreset;
import org.disentangle.net.vae.VaeProcedure;
import org.disentangle.stage.InputErrors;

/**
 * A variational autoencoder with a standard normal prior and Bernoulli pixels, whose objective the
 * subclass says.
 *
 * @param <E> the concrete estimator
 */
public abstract class VaeEstimator<E extends VaeEstimator<E>>
    extends DisentanglingEstimator<E, VaeModel, VaeNetworks> implements VaeParams<E> {

  VaeEstimator(String uid) {
    super(uid);
  }

  /**
   * @param images counts the images of the data
   */
  abstract VaeObjective objective(LongSupplier images);

  @Override
  public Class<VaePreset> presets() {
    return VaePreset.class;
  }

  @Override
  TrainedSystem<VaeNetworks> system() {
    VaeNetworks networks = networks(false).withoutTcDiscriminator();
    return new TrainedSystem<>(
        networks,
        latent(),
        images -> vae(networks, objective(images), AdamSettings.adversarial(getLearningRate())));
  }

  /**
   * The preset's networks or the user's own.
   *
   * @param hasTcDiscriminator whether FactorVAE's discriminator is one of them
   */
  VaeNetworks networks(boolean hasTcDiscriminator) {
    int codes = getNumCodes();
    if (getArchitecture().isEmpty()) {
      return Presets.of(presets(), getPreset()).networks(codes);
    }
    OwnNetworks own =
        new OwnNetworks(
            InputErrors.of(this),
            hasTcDiscriminator ? "E, Dec and TC" : "E and Dec",
            String.format(Locale.ROOT, "numCodes = %d", codes),
            "Set numCodes to what the architecture was written for.");
    VaeNetworks networks = own.read(getArchitecture(), VaeNetworks.class, VaeNetworks::imageShape);
    int pixels = networks.imageShape().size();
    own.check(
        VaeProcedure.E,
        networks.encoder(),
        pixels,
        Map.of(VaeNetworks.MEAN, codes, VaeNetworks.LOG_VARIANCE, codes));
    own.check(VaeProcedure.DEC, networks.decoder(), codes, Map.of(VaeNetworks.LOGITS, pixels));
    if (hasTcDiscriminator) {
      own.check("TC", networks.tcDiscriminator(), codes, Map.of(VaeNetworks.LOGITS, 2));
    }
    return networks;
  }

  LatentSpace latent() {
    return new LatentSpace(getNumCodes(), 0, Prior.NORMAL);
  }

  VaeProcedure vae(VaeNetworks networks, VaeObjective objective, AdamSettings tcDiscriminatorAdam) {
    return new VaeProcedure(
        networks,
        getBatchSize(),
        objective,
        getAnnealIter(),
        AdamSettings.usual(getLearningRate()),
        tcDiscriminatorAdam);
  }

  @Override
  VaeModel model(ModelData<VaeNetworks> data) {
    return new VaeModel(uid(), data);
  }
}
