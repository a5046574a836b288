package org.disentangle.estimator;

import java.util.function.LongSupplier;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.ModelData;
import org.disentangle.model.VaeModel;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.architecture.VaeNetworks;
import org.disentangle.net.procedure.VaeObjective;
import org.disentangle.net.procedure.VaePreset;
import org.disentangle.net.procedure.VaeProcedure;

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

  /** Of FactorVAE's discriminator; the others have none. */
  AdamSettings tcDiscriminatorAdam() {
    return AdamSettings.adversarial(getLearningRate());
  }

  @Override
  void check() {}

  @Override
  VaeNetworks networks() {
    return VaePreset.of(getPreset()).networks(getNumCodes()).withoutTcDiscriminator();
  }

  @Override
  LatentSpace latent() {
    return new LatentSpace(getNumCodes(), 0, Prior.NORMAL);
  }

  @Override
  TrainingProcedure procedure(LongSupplier images) {
    return vae(images);
  }

  VaeProcedure vae(LongSupplier images) {
    return new VaeProcedure(
        networks(),
        getBatchSize(),
        objective(images),
        getAnnealIter(),
        AdamSettings.usual(getLearningRate()),
        tcDiscriminatorAdam());
  }

  @Override
  VaeModel model(ModelData<VaeNetworks> data) {
    return new VaeModel(uid(), data);
  }
}
