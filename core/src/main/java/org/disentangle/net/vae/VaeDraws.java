// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import java.util.SplittableRandom;
import org.disentangle.net.procedure.CodeShuffle;
import org.disentangle.net.procedure.Gaussians;

/**
 * The random draws of one iteration of {@link VaeProcedure}.
 *
 * @param noise what deviations of codes are multiplied by, [image][code] flattened
 * @param discriminatorNoise likewise of the codes that the discriminator of the total correlation
 *     learns from; null without one
 * @param shuffle of those codes
 */
record VaeDraws(float[] noise, float[] discriminatorNoise, CodeShuffle shuffle) {

  static VaeDraws of(VaeProcedure procedure, SplittableRandom random) {
    int size = procedure.batchSize() * procedure.latent().numCodes();
    float[] noise = Gaussians.draw(size, 1, random);
    return new VaeDraws(
        noise,
        procedure.isFactorVae() ? Gaussians.draw(size, 1, random) : null,
        new CodeShuffle(random));
  }
}
