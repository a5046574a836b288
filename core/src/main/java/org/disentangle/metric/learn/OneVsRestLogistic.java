// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import de.bwaldvogel.liblinear.SolverType;

/**
 * Logistic regression of each class against the others: for each class the minimum over w and b of
 * {@code SUM_i ln(1 + exp(-s_i (w x_i + b))) + (||w||^2 + b^2) / 2} with {@code s_i = 1} for its
 * rows and -1 for the others. The probability of a class is {@code sigma(w x + b)} divided by the
 * sum of that over the classes. A class without training rows has probability 0.
 */
public final class OneVsRestLogistic implements FittedClassifier {

  private final OneVsRest model;

  private OneVsRestLogistic(OneVsRest model) {
    this.model = model;
  }

  /**
   * @param features [row][feature], as they are
   * @param labels 0 to {@code numClasses - 1}
   */
  public static OneVsRestLogistic fit(double[][] features, int[] labels, int numClasses) {
    return new OneVsRestLogistic(
        OneVsRest.fit(SolverType.L2R_LR, 1, count -> 1, features, labels, numClasses));
  }

  @Override
  public double[] probabilities(double[] features) {
    double[] values = model.decisions(features);
    double sum = 0;
    for (int label = 0; label < values.length; label++) {
      values[label] = 1 / (1 + Math.exp(-values[label]));
      sum += values[label];
    }
    for (int label = 0; label < values.length; label++) {
      values[label] = sum > 0 ? values[label] / sum : 1.0 / values.length;
    }
    return values;
  }
}
