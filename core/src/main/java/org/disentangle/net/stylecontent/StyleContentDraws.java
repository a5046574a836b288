package org.disentangle.net.stylecontent;

import java.util.random.RandomGenerator;
import org.disentangle.net.procedure.Gaussians;

/**
 * The random draws of one iteration of {@link StyleContentProcedure}.
 *
 * @param noise what deviations of the anchors' unspecified codes are multiplied by, [image][code]
 *     flattened
 * @param prior unspecified codes drawn from their prior, [image][code] flattened
 */
record StyleContentDraws(float[] noise, float[] prior) {

  static StyleContentDraws of(StyleContentProcedure procedure, RandomGenerator random) {
    int values = procedure.batchSize() * procedure.networks().unspecifiedDim();
    return new StyleContentDraws(
        Gaussians.draw(values, 1, random), Gaussians.draw(values, 1, random));
  }
}
