// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.Serializable;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * Where and how often a run is saved.
 *
 * @param directory a directory on any Hadoop file system, for this run alone; empty for no
 *     checkpoints
 * @param interval iterations between checkpoints, 1 or more; one is written at the first round end
 *     at or after each multiple, and one at the end
 * @param resume continue from the newest valid checkpoint in the directory; if false, the directory
 *     must be empty or missing
 * @param kept how many of the newest checkpoints stay, at least 0; 0 for all
 */
public record CheckpointSettings(String directory, long interval, boolean resume, int kept)
    implements Serializable {

  /** Checkpoints that stay unless another number is given. */
  public static final int USUALLY_KEPT = 2;

  /** Keeps the last two. */
  public CheckpointSettings(String directory, long interval, boolean resume) {
    this(directory, interval, resume, USUALLY_KEPT);
  }

  public CheckpointSettings {
    if (directory == null) {
      throw InvalidInputException.of(
          "The checkpoint directory is null", "Use CheckpointSettings.none().");
    }
    if (interval < 1) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "The checkpoint interval is %d iterations; expected 1 or more",
              interval),
          "Leave the checkpoint directory empty to save nothing.");
    }
    if (kept < 0) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "%d checkpoints are to be kept; expected 0 or more", kept),
          "0 keeps all.");
    }
    if (resume && directory.isEmpty()) {
      throw InvalidInputException.of(
          "resume is true, but no checkpoint directory is set", "Set checkpointDir.");
    }
  }

  /** Nothing is saved during training. */
  public static CheckpointSettings none() {
    return new CheckpointSettings("", 1, false);
  }

  public boolean enabled() {
    return !directory.isEmpty();
  }
}
