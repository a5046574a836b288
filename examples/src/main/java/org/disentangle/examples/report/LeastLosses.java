// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.Map;
import org.disentangle.estimator.InfoGanEstimator;
import org.disentangle.estimator.Oogan;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.net.infogan.QVariance;

/**
 * What losses are where nothing is left to learn, for those that cannot come near 0.
 *
 * <p>Q's loss is the negative logarithm of a density. With a variance of 1 it is half of ln(2 pi),
 * 0.919, for each continuous code that Q reads without error: 2.757 for three. Where Q learns its
 * variances there is no such bound.
 */
public final class LeastLosses {

  private static final double OF_CODE = Math.log(2 * Math.PI) / 2;

  private LeastLosses() {}

  /** By the name of the loss; empty if no loss has a bound. */
  public static Map<String, Double> of(TrainsInRounds<?> estimator) {
    if (estimator instanceof InfoGanEstimator<?, ?> infoGan
        && QVariance.of(infoGan.getQVariance()) == QVariance.UNIT) {
      return q(infoGan.getNumCodes());
    }
    return estimator instanceof Oogan oogan && !oogan.getProbabilistic()
        ? q(oogan.getNumCodes())
        : Map.of();
  }

  private static Map<String, Double> q(int codes) {
    return codes == 0 ? Map.of() : Map.of("Q", codes * OF_CODE);
  }
}
