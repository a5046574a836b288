// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A training ended because a checkpoint could not be written, as on a full disk. Earlier
 * checkpoints are as they were, and the training can be resumed.
 */
public final class CheckpointNotWrittenException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param lastCheckpoint the newest good checkpoint
   */
  public CheckpointNotWrittenException(
      long iteration, String directory, Optional<String> lastCheckpoint, IOException cause) {
    super(
        String.format(
            Locale.ROOT,
            """
        The checkpoint of iteration %d could not be written to %s (%s). %s
        Make room or allow writing there, then resume.""",
            iteration,
            directory,
            cause.getMessage(),
            TrainingDivergedException.kept(lastCheckpoint)),
        cause);
  }
}
