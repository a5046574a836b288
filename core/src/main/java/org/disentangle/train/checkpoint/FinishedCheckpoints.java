// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** The checkpoints of a run that is over, or that is to start again. */
public final class FinishedCheckpoints {

  private FinishedCheckpoints() {}

  /** Names of all that a directory holds besides hidden files, in order; empty if it is missing. */
  public static List<String> names(String directory, Configuration hadoop) throws IOException {
    return new CheckpointFiles(directory, hadoop).visibleNames();
  }

  /**
   * Deletes the checkpoints, and the directory if it then is empty. Files of other names stay.
   *
   * @throws IllegalArgumentException if a run holds the directory
   */
  public static void remove(String directory, Configuration hadoop) throws IOException {
    CheckpointFiles files = new CheckpointFiles(directory, hadoop);
    try (CheckpointOwner owner = files.claim()) {
      owner.renew();
      files.keepOnly(List.of());
    }
  }
}
