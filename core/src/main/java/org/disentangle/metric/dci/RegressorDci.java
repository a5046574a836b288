// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.Arrays;
import java.util.List;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;

/**
 * DCI by one regressor a factor.
 *
 * @param scores disentanglement and completeness
 * @param codes which code each row of the importance matrix is of
 * @param testError root mean squared error on the test rows for each factor, in standard deviations
 *     of the factor in the training rows; 0 is perfect, about 1 is no better than the mean
 */
public record RegressorDci(DciScores scores, List<Integer> codes, double[] testError) {

  /** Mean of {@link #testError} over the factors: informativeness as an error, at least 0. */
  public double nrmseTest() {
    return Arrays.stream(testError).average().orElseThrow();
  }

  /** Fits what predicts one standardised factor. */
  interface Fit {
    Weighed<Regressor> fit(double[][] features, double[] target, int factor);
  }

  static RegressorDci of(TrainTest tables, Fit fit, Aggregation aggregation) {
    CodeFeatures features = CodeFeatures.standardised(tables);
    double[][] columns = new double[tables.numFactors()][];
    double[] errors = new double[tables.numFactors()];
    for (int factor = 0; factor < columns.length; factor++) {
      Weighed<Regressor> fitted = fit.fit(features.train(), tables.trainTargets(factor), factor);
      columns[factor] = fitted.importance();
      errors[factor] = error(fitted.model(), features.test(), tables.testTargets(factor));
    }
    return new RegressorDci(
        ImportanceMatrix.ofColumns(columns).scores(aggregation), features.codes(), errors);
  }

  private static double error(Regressor model, double[][] features, double[] target) {
    double sum = 0;
    for (int row = 0; row < target.length; row++) {
      double error = model.predict(features[row]) - target[row];
      sum += error * error;
    }
    return Math.sqrt(sum / target.length);
  }
}
