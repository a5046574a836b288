package org.disentangle.train;

import java.util.Optional;

/**
 * One network has won for so long that the others learn nothing any more. No checkpoint was written
 * since that began.
 */
public final class TrainingCollapsedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long iteration;
  private final String lastCheckpoint;

  TrainingCollapsedException(long iteration, String what, Optional<String> lastCheckpoint) {
    super(
        """
        Training collapsed: at iteration %d, %s. %s
        Maybe lower the learning rate of D, take larger batches or more data, or raise collapsePatience if it may recover."""
            .formatted(iteration, what, CheckpointStore.kept(lastCheckpoint)));
    this.iteration = iteration;
    this.lastCheckpoint = lastCheckpoint.orElse(null);
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
