// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.Locale;

/** A training ended because another run has taken its checkpoint directory over. */
public final class CheckpointsTakenException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public CheckpointsTakenException(String directory) {
    super(
        String.format(
            Locale.ROOT,
            """
        Another run has taken over the checkpoint directory %s; this one stops and writes nothing more.
        Give each run its own checkpointDir.""",
            directory));
  }
}
