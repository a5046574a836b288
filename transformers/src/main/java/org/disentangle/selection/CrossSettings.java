// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import org.disentangle.stage.InputErrors;

/**
 * How the entries of a cross matrix are measured.
 *
 * @param numVotes groups of images of each generator, each giving a vote; at least 1
 * @param votesSampleSize images of a group, which share the value of one code; at least 2
 * @param scaleSampleSize images of each generator over which an encoder's codes are scaled; at
 *     least 2
 * @param seed seed of all draws
 */
public record CrossSettings(int numVotes, int votesSampleSize, int scaleSampleSize, long seed)
    implements Serializable {

  /** 500 votes of 100 images, and 73,728 images for the scale, as in the InfoGAN-CR code. */
  public static final CrossSettings DEFAULT = new CrossSettings(500, 100, 73_728, 42);

  /**
   * @throws org.disentangle.error.InvalidInputException if a number is too small
   */
  public CrossSettings {
    InputErrors errors = new InputErrors("CrossMatrix");
    if (numVotes < 1) {
      throw errors.parameter("numVotes", numVotes, "at least 1");
    }
    if (votesSampleSize < 2) {
      throw errors.parameter("votesSampleSize", votesSampleSize, "at least 2");
    }
    if (scaleSampleSize < 2) {
      throw errors.parameter("scaleSampleSize", scaleSampleSize, "at least 2");
    }
  }

  /** Pieces, none larger than a group, that the images for the scale are made in. */
  int scalePieces() {
    return (scaleSampleSize + votesSampleSize - 1) / votesSampleSize;
  }

  /** Images of one of them. */
  int scalePieceSize(int piece) {
    return Math.min(votesSampleSize, scaleSampleSize - piece * votesSampleSize);
  }
}
