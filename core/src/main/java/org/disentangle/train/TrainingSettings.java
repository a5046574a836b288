package org.disentangle.train;

import java.io.Serializable;

/**
 * How a procedure is run on the cluster.
 *
 * @param numWorkers logical workers, 1 or more: each trains its own copy on its own shard; the
 *     result depends on this number and not on how many tasks run at once
 * @param averagingFrequency iterations between two averagings of the copies, 1 or more
 * @param maxIterations iterations of every worker in the whole run, 1 or more
 * @param seed where the initial weights, the batch order and every draw of a step come from
 * @param checkpoints where and how often the run is saved
 */
public record TrainingSettings(
    int numWorkers,
    int averagingFrequency,
    long maxIterations,
    long seed,
    CheckpointSettings checkpoints)
    implements Serializable {

  public TrainingSettings {
    requirePositive("numWorkers", numWorkers);
    requirePositive("averagingFrequency", averagingFrequency);
    requirePositive("maxIterations", maxIterations);
    if (checkpoints == null) {
      throw new IllegalArgumentException(
          "The checkpoint settings are null.\nMaybe use CheckpointSettings.none().");
    }
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "%s is %d; expected 1 or more.\nMaybe leave it at its default.".formatted(name, value));
    }
  }
}
