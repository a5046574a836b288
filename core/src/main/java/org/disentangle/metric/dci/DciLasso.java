// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.Arrays;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.Lasso;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;

/**
 * DCI as in Eastwood and Williams, 2018, with the settings of Lin et al., "InfoGAN-CR and
 * ModelCentrality", 2020: one Lasso a factor, whose absolute coefficients are the importances,
 * aggregated as {@link Aggregation#EASTWOOD_WILLIAMS}. Deterministic; sees linear relations only.
 *
 * <p>Codes and factors are standardised by the training rows (standard deviation divided by the
 * number of rows). Codes that are constant in them are left out, and the result names those that
 * stayed. Codes without a non-zero coefficient have weight 0; factors without one have completeness
 * 0. If all codes are constant, disentanglement and completeness are 0.
 */
public final class DciLasso {

  /** Weight of the L1 norm in Lin et al. */
  public static final double DEFAULT_ALPHA = 0.02;

  private DciLasso() {}

  /**
   * The scores of two tables; the same table twice scores the training rows.
   *
   * @param train rows the coefficients are fitted on
   * @param test rows they are scored on
   * @param alpha weight of the L1 norm, at least 0
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors, a
   *     factor has only one value in the training rows, or alpha is negative
   */
  public static RegressorDci score(LabelledCodes train, LabelledCodes test, double alpha) {
    if (!(alpha >= 0)) {
      throw InvalidInputException.of("alpha", String.valueOf(alpha), "at least 0");
    }
    return RegressorDci.of(
        new TrainTest(train, test),
        (features, target, factor) -> fit(features, target, alpha),
        Aggregation.EASTWOOD_WILLIAMS);
  }

  private static Weighed<Regressor> fit(double[][] features, double[] target, double alpha) {
    double[] coefficients = Lasso.coefficients(features, target, alpha);
    Regressor model =
        row -> {
          double sum = 0;
          for (int i = 0; i < row.length; i++) {
            sum += coefficients[i] * row[i];
          }
          return sum;
        };
    return new Weighed<>(model, Arrays.stream(coefficients).map(Math::abs).toArray());
  }
}
