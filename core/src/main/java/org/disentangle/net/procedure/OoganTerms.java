// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.io.Serializable;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.CheckpointText;

/**
 * The two terms that OOGAN (Liu et al. 2020) adds to the losses of a GAN whose Q finds codes in
 * images, as another system has them.
 *
 * @param oneHot whether at every even iteration continuous codes are one-hot vectors, which Q has
 *     to name; else they are always drawn from their prior
 * @param gamma weight of the cross-entropy of Q's means as logits and the code that is 1, at least
 *     0; 1 to 5 in the paper
 * @param orthogonalWeight weight of the squared cosines between Q's kernels, at least 0; no effect
 *     on a Q without groups
 */
public record OoganTerms(boolean oneHot, double gamma, double orthogonalWeight)
    implements Serializable {

  /** Neither. */
  public static final OoganTerms NONE = new OoganTerms(false, 0, 0);

  /** How codes are drawn at an iteration. */
  public CodeSampling sampling(long iteration) {
    return oneHot ? CodeSampling.at(iteration, false) : CodeSampling.UNIFORM;
  }

  /** Whether the codes of an iteration are one-hot vectors. */
  public boolean isOneHot(long iteration) {
    return sampling(iteration) != CodeSampling.UNIFORM;
  }

  /** The continuous code of each latent vector that is 1, counted from the first continuous one. */
  public static int[] chosen(LatentSpace latent, float[] latents) {
    int[] index = new int[latents.length / latent.size()];
    for (int row = 0; row < index.length; row++) {
      int first = CodeSampling.first(latent, row);
      for (int code = 1; code < latent.numContinuous(); code++) {
        if (latents[first + code] > latents[first + index[row]]) {
          index[row] = code;
        }
      }
    }
    return index;
  }

  /** Checkpoints know them by this text. */
  @Override
  public String toString() {
    return CheckpointText.of("OoganTerms")
        .with("oneHot", oneHot)
        .with("gamma", gamma)
        .with("orthogonalWeight", orthogonalWeight)
        .toString();
  }
}
