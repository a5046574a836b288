// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;

/**
 * The latent vectors of one generator's images. They follow from the seed, the generator's number
 * and the piece, wherever it is made.
 */
record Draws(LatentSpace space, CrossSettings settings, int generator) implements Serializable {

  private static final int SCALE = 0;
  private static final int GROUP = 1;
  private static final int USE = 2;
  private static final int OTHER_USE = 3;

  /** From the prior. */
  float[] forScale(int piece) {
    return space.sample(settings.scalePieceSize(piece), random(SCALE, piece));
  }

  /** From the prior: a whole batch, to be compared with another that differs in one code. */
  float[] forUse(int piece) {
    return space.sample(settings.votesSampleSize(), random(USE, piece));
  }

  /** As many, of which {@link #forUse} takes one code. */
  float[] others(int piece) {
    return space.sample(settings.votesSampleSize(), random(OTHER_USE, piece));
  }

  /** Code that all images of a group share. */
  int fixedCode(int group) {
    return group % space.numCodes();
  }

  /** From the prior, but with one value of {@link #fixedCode} for all; noise differs. */
  float[] ofGroup(int group) {
    float[] latents = space.sample(settings.votesSampleSize(), random(GROUP, group));
    for (int at = fixedCode(group); at < latents.length; at += space.size()) {
      latents[at] = latents[fixedCode(group)];
    }
    return latents;
  }

  /** Where samples of variational encoders come from. */
  long scaleSeed(int piece) {
    return seed(SCALE, piece);
  }

  /** Where samples of variational encoders come from. */
  long groupSeed(int group) {
    return seed(GROUP, group);
  }

  private SplittableRandom random(int use, int piece) {
    return new SplittableRandom(seed(use, piece));
  }

  private long seed(int use, int piece) {
    return Seeds.mix(settings.seed(), generator, use, piece);
  }
}
