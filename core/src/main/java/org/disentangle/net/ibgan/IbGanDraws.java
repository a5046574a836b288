// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.CodeSampling;
import org.disentangle.net.procedure.Gaussians;

/**
 * Everything random in one iteration of {@link IbGanProcedure}.
 *
 * @param noise z, [image][value] flattened
 * @param codeNoise what deviations of codes are multiplied by, [image][code] flattened
 * @param pixelNoise added to images, [use][image][value] flattened: real ones, generated ones; null
 *     for none
 * @param nuisance noise that G takes beside the codes, [image][value] flattened; null for none
 * @param oneHot codes, [image][code] flattened, which take the place of R's; null at iterations
 *     without one-hot codes
 * @param index the code of each image that is 1; null with {@code oneHot}
 */
record IbGanDraws(
    float[] noise,
    float[] codeNoise,
    float[] pixelNoise,
    float[] nuisance,
    float[] oneHot,
    int[] index) {

  private static final int NOISY_USES = 2;

  static IbGanDraws of(IbGanProcedure procedure, long iteration, SplittableRandom random) {
    IbGanNetworks networks = procedure.networks();
    int rows = procedure.batchSize();
    float[] noise = Gaussians.draw(rows * networks.noiseDim(), 1, random);
    float[] codeNoise = Gaussians.draw(rows * networks.numCodes(), 1, random);
    double deviation = procedure.instanceNoise(iteration);
    float[] pixelNoise =
        deviation == 0
            ? null
            : Gaussians.draw(NOISY_USES * rows * procedure.pixelsPerImage(), deviation, random);
    float[] nuisance =
        networks.nuisanceDim() == 0
            ? null
            : Gaussians.draw(rows * networks.nuisanceDim(), 1, random);
    if (!procedure.terms().isOneHot(iteration)) {
      return new IbGanDraws(noise, codeNoise, pixelNoise, nuisance, null, null);
    }
    LatentSpace codes = new LatentSpace(networks.numCodes(), 0);
    CodeSampling.Draw draw = CodeSampling.ONE_HOT.draw(codes, rows, random);
    return new IbGanDraws(noise, codeNoise, pixelNoise, nuisance, draw.latents(), draw.index());
  }
}
