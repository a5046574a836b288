package org.disentangle.net.ibgan;

import java.util.random.RandomGenerator;
import org.disentangle.net.procedure.Gaussians;

/**
 * The random draws of one iteration of {@link IbGanProcedure}.
 *
 * @param noise z, [image][value] flattened
 * @param codeNoise what deviations of codes are multiplied by, [image][code] flattened
 * @param pixelNoise added to images, [use][image][value] flattened: real ones, generated ones; null
 *     for none
 */
record IbGanDraws(float[] noise, float[] codeNoise, float[] pixelNoise) {

  private static final int NOISY_USES = 2;

  static IbGanDraws of(IbGanProcedure procedure, long iteration, RandomGenerator random) {
    int rows = procedure.batchSize();
    float[] noise = Gaussians.draw(rows * procedure.networks().noiseDim(), 1, random);
    float[] codeNoise = Gaussians.draw(rows * procedure.networks().numCodes(), 1, random);
    double deviation = procedure.instanceNoise(iteration);
    return new IbGanDraws(
        noise,
        codeNoise,
        deviation == 0
            ? null
            : Gaussians.draw(NOISY_USES * rows * procedure.pixelsPerImage(), deviation, random));
  }
}
