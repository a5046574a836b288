// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.disentangle.latent.CodeRule;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;

/**
 * The latent vector of a row, from the seed and the row's id alone.
 *
 * @param rules one per code
 */
record LatentDraw(LatentSpace space, CodeRule[] rules, long seed) implements Serializable {

  static LatentDraw of(CodeSampler sampler) {
    return new LatentDraw(
        sampler.latent(), sampler.rules().toArray(CodeRule[]::new), sampler.getSeed());
  }

  /** Codes, then noise. */
  float[] of(long id) {
    return of(id, new SplittableRandom(Seeds.mix(seed, id)));
  }

  /**
   * @param random the stream of the seed and the id
   */
  float[] of(long id, SplittableRandom random) {
    float[] latent = space.sampleUniform(1, random);
    for (int code = 0; code < rules.length; code++) {
      latent[code] = rules[code].value(id, latent[code], space.values(code));
    }
    for (int noise = rules.length; noise < latent.length; noise++) {
      latent[noise] = space.noisePrior().of(latent[noise]);
    }
    return latent;
  }
}
