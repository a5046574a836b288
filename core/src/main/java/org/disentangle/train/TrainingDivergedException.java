// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.Locale;
import java.util.Optional;

/**
 * An active loss or a parameter became NaN or infinite. The bad state was thrown away: it is in no
 * average and in no checkpoint.
 */
public final class TrainingDivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long iteration;
  private final String lastCheckpoint;

  public TrainingDivergedException(
      int worker, long iteration, String what, Optional<String> lastCheckpoint) {
    super(
        String.format(
            Locale.ROOT,
            """
        Training diverged: in logical worker %d, %s at iteration %d. %s
        Lower the learning rates, lambda or alpha, or average more often.""",
            worker,
            what,
            iteration,
            kept(lastCheckpoint)));
    this.iteration = iteration;
    this.lastCheckpoint = lastCheckpoint.orElse(null);
  }

  /** Iterations completed before the bad one, or by the end of the round for a parameter. */
  public long iteration() {
    return iteration;
  }

  /** Path of the newest checkpoint, whose state is finite, if one was written. */
  public Optional<String> lastCheckpoint() {
    return Optional.ofNullable(lastCheckpoint);
  }

  /** What is left of a training that stopped, in words. */
  public static String kept(Optional<String> lastCheckpoint) {
    return lastCheckpoint
        .map(path -> "The last good checkpoint is " + path + ".")
        .orElse("No checkpoint was kept.");
  }
}
