// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.Arrays;
import java.util.List;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.Weighed;

/**
 * DCI by one classifier a factor.
 *
 * @param scores disentanglement and completeness
 * @param codes which code each row of the importance matrix is of
 * @param trainAccuracy share of training rows predicted right, for each factor
 * @param testAccuracy the same of test rows; a value that no training row has is never right
 */
public record ClassifierDci(
    DciScores scores, List<Integer> codes, double[] trainAccuracy, double[] testAccuracy) {

  /** Mean of {@link #trainAccuracy} over the factors, in [0, 1]. */
  public double informativenessTrain() {
    return Arrays.stream(trainAccuracy).average().orElseThrow();
  }

  /** Mean of {@link #testAccuracy} over the factors, in [0, 1]. */
  public double informativenessTest() {
    return Arrays.stream(testAccuracy).average().orElseThrow();
  }

  /** What the classifier of one factor gives. */
  record FactorFit(double[] importance, double trainAccuracy, double testAccuracy) {

    static FactorFit of(
        Weighed<FittedClassifier> fitted, CodeFeatures features, TrainTest tables, int factor) {
      FittedClassifier model = fitted.model();
      return new FactorFit(
          fitted.importance(),
          model.accuracy(features.train(), tables.trainLabels(factor)),
          model.accuracy(features.test(), tables.testLabels(factor)));
    }
  }

  static ClassifierDci of(List<FactorFit> factors, List<Integer> codes, Aggregation aggregation) {
    double[][] columns = factors.stream().map(FactorFit::importance).toArray(double[][]::new);
    return new ClassifierDci(
        ImportanceMatrix.ofColumns(columns).scores(aggregation),
        codes,
        factors.stream().mapToDouble(FactorFit::trainAccuracy).toArray(),
        factors.stream().mapToDouble(FactorFit::testAccuracy).toArray());
  }
}
