package org.disentangle.estimator;

import java.util.function.Function;
import java.util.function.LongSupplier;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.architecture.CodeNetworks;

/**
 * What the Params of an estimator say of the system to be trained.
 *
 * @param networks those that the model keeps
 * @param latent its codes and noise
 * @param procedure what trains them, for data of as many images as the supplier counts if it is
 *     asked
 */
record TrainedSystem<N extends Record & CodeNetworks>(
    N networks, LatentSpace latent, Function<LongSupplier, TrainingProcedure> procedure) {

  /** Of a system that is trained alike on few images and on many. */
  static <N extends Record & CodeNetworks> TrainedSystem<N> of(
      N networks, LatentSpace latent, TrainingProcedure procedure) {
    return new TrainedSystem<>(networks, latent, images -> procedure);
  }
}
