// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.Serializable;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;

/**
 * How a procedure is run on the cluster.
 *
 * @param numWorkers logical workers, 1 or more: each trains its own copy on its own shard; the
 *     result depends on this number and not on how many tasks run at once
 * @param averagingFrequency iterations between two averagings of the copies, 1 or more
 * @param maxIterations iterations of every worker in the whole run, 1 or more
 * @param seed where the initial weights, the batch order and every draw of a step come from
 * @param checkpoints where and how often the run is saved
 * @param collapsePatience iterations for which a loss may stay below the procedure's {@link
 *     TrainingProcedure#collapseBounds bound} before the run is stopped as collapsed; 0 never to
 *     stop
 * @param precision in which the workers' networks compute
 */
public record TrainingSettings(
    int numWorkers,
    int averagingFrequency,
    long maxIterations,
    long seed,
    CheckpointSettings checkpoints,
    long collapsePatience,
    Precision precision)
    implements Serializable {

  /** Settings of a run in single precision that is not watched for collapse. */
  public TrainingSettings(
      int numWorkers,
      int averagingFrequency,
      long maxIterations,
      long seed,
      CheckpointSettings checkpoints) {
    this(numWorkers, averagingFrequency, maxIterations, seed, checkpoints, 0);
  }

  /** Settings of a run in single precision. */
  public TrainingSettings(
      int numWorkers,
      int averagingFrequency,
      long maxIterations,
      long seed,
      CheckpointSettings checkpoints,
      long collapsePatience) {
    this(
        numWorkers,
        averagingFrequency,
        maxIterations,
        seed,
        checkpoints,
        collapsePatience,
        Precision.FLOAT32);
  }

  public TrainingSettings {
    requirePositive("numWorkers", numWorkers);
    requirePositive("averagingFrequency", averagingFrequency);
    requirePositive("maxIterations", maxIterations);
    if (collapsePatience < 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "collapsePatience is %d; expected 0 or more", collapsePatience),
          "0 never stops a run.");
    }
    if (checkpoints == null) {
      throw InvalidInputException.of(
          "The checkpoint settings are null", "Use CheckpointSettings.none().");
    }
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "%s is %d; expected 1 or more", name, value));
    }
  }
}
