// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

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
    VaeNetworks networks =
        Presets.of(presets(), getPreset()).networks(getNumCodes()).withoutTcDiscriminator();
    return new TrainedSystem<>(
        networks,
        latent(),
        images -> vae(networks, objective(images), AdamSettings.adversarial(getLearningRate())));
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
