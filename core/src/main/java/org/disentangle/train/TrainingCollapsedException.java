// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.Locale;
import java.util.Optional;

/**
 * One network has won for so long that the others learn nothing any more, or a loss without a bound
 * has fallen below its floor. No checkpoint was written since that began.
 */
public final class TrainingCollapsedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long iteration;
  private final String lastCheckpoint;

  private TrainingCollapsedException(
      long iteration, String what, String advice, Optional<String> lastCheckpoint) {
    super(
        String.format(
            Locale.ROOT,
            """
        Training collapsed: at iteration %d, %s. %s
        %s""",
            iteration,
            what,
            TrainingDivergedException.kept(lastCheckpoint),
            advice));
    this.iteration = iteration;
    this.lastCheckpoint = lastCheckpoint.orElse(null);
  }

  /** A loss has stayed below its bound. */
  public static TrainingCollapsedException stayed(
      long iteration, String what, Optional<String> lastCheckpoint) {
    return new TrainingCollapsedException(
        iteration,
        what,
        "Lower the learning rate of D, take larger batches or more data, or raise collapsePatience"
            + " if it may recover.",
        lastCheckpoint);
  }

  /** A loss fell below its floor in a step, which was thrown away. */
  public static TrainingCollapsedException fell(
      int worker, long iteration, String what, String advice, Optional<String> lastCheckpoint) {
    return new TrainingCollapsedException(
        iteration,
        String.format(Locale.ROOT, "in logical worker %d, %s", worker, what),
        advice,
        lastCheckpoint);
  }

  /** Iterations completed. */
  public long iteration() {
    return iteration;
  }

  /** Path of the newest checkpoint, written before the collapse began, if there is one. */
  public Optional<String> lastCheckpoint() {
    return Optional.ofNullable(lastCheckpoint);
  }
}
