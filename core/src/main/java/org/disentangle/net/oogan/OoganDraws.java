package org.disentangle.net.oogan;

import java.util.random.RandomGenerator;
import org.disentangle.net.procedure.Gaussians;

/**
 * The random draws of one iteration of {@link OoganProcedure}.
 *
 * @param adversarial latent vectors of D's step and G's
 * @param information latent vectors of the step of G and Q
 * @param noise added to images D judges, [use][image][value] flattened: real ones, generated ones
 *     in D's step, generated ones in G's; null for none
 */
record OoganDraws(CodeSampling.Draw adversarial, CodeSampling.Draw information, float[] noise) {

  private static final int NOISY_USES = 3;

  static OoganDraws of(OoganProcedure procedure, long iteration, RandomGenerator random) {
    CodeSampling sampling = procedure.sampling(iteration);
    int rows = procedure.batchSize();
    double deviation = procedure.instanceNoise(iteration);
    return new OoganDraws(
        sampling.draw(procedure.latent(), rows, random),
        sampling.draw(procedure.latent(), rows, random),
        deviation == 0
            ? null
            : Gaussians.draw(NOISY_USES * rows * procedure.pixelsPerImage(), deviation, random));
  }
}
