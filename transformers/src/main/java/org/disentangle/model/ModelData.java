package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.train.History;

/**
 * What a fitted model consists of besides its Params.
 *
 * @param <N> the networks of the system
 * @param networks the architectures of all networks
 * @param latent how many codes and noise values there are, and their prior
 * @param state weights, non-trained state and optimiser state of the networks
 * @param history every round of the training
 * @param trainedWith Params and data of the training
 */
public record ModelData<N extends Record & CodeNetworks>(
    N networks, LatentSpace latent, TrainingState state, History history, TrainedWith trainedWith)
    implements Serializable {

  /** Of a model that is only asked for its schema: without weights, and never saved. */
  public static <N extends Record & CodeNetworks> ModelData<N> untrained(
      N networks, LatentSpace latent) {
    return new ModelData<>(networks, latent, null, null);
  }

  /** With a training of which nothing is known. */
  public ModelData(N networks, LatentSpace latent, TrainingState state, History history) {
    this(networks, latent, state, history, TrainedWith.UNKNOWN);
  }
}
