// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.LoggingListener;
import org.disentangle.train.TrainingDivergedException;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;
import org.disentangle.train.shard.Sharding.ShardedImages;

/**
 * Trains a classifier in the round loop: every worker steps on its own shard, then parameters and
 * momentum are averaged. The result depends on the data, the settings and the number of workers,
 * not on the cluster.
 *
 * @param procedure network, optimiser and size of mini-batches
 * @param numWorkers workers, as many as the data has shards
 * @param averagingFrequency iterations of every worker between two averagings
 * @param seed where the initial weights and the order of the images come from
 */
record ClassifierRounds(
    SupervisedProcedure procedure, int numWorkers, int averagingFrequency, long seed) {

  /**
   * Trains from fresh weights.
   *
   * @param data labelled images of the network's shape, one shard a worker
   * @param iterations mini-batches of every worker
   * @return with mean cross entropy of all mini-batches of a round as losses
   * @throws IllegalStateException if the loss becomes NaN or infinite
   */
  TrainedClassifier run(ShardedImages data, int iterations) {
    TrainingSettings settings =
        new TrainingSettings(
            numWorkers, averagingFrequency, iterations, seed, CheckpointSettings.none());
    try {
      TrainingResult result =
          new RoundLoop(procedure, settings).runSharded(data, List.of(new LoggingListener()));
      return new TrainedClassifier(
          result.state().network(SupervisedProcedure.NETWORK).withoutOptimizer(),
          result.history().rounds().stream()
              .map(round -> round.losses().get(SupervisedProcedure.LOSS))
              .toList());
    } catch (TrainingDivergedException e) {
      throw TrainedClassifier.diverged(e.iteration(), e);
    }
  }
}
