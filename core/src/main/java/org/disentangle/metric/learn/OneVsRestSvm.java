// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;

/**
 * A linear support vector machine with squared hinge loss of each class against the others: for
 * class c the minimum over w and b of {@code (||w||^2 + b^2) / 2 + C SUM_i k_i max(0, 1 - s_i (w
 * x_i + b))^2} with {@code s_i = 1} for its rows and -1 for the others. Rows of class c have {@code
 * k_i = rows / (classes * rows of c)}, the others 1: liblinear's reading of balanced classes.
 * Classes without training rows do not count and are never predicted.
 */
public final class OneVsRestSvm {

  private final OneVsRest model;

  private OneVsRestSvm(OneVsRest model) {
    this.model = model;
  }

  /**
   * @param features [row][feature], as they are
   * @param labels 0 to {@code numClasses - 1}
   * @param cost C, above 0
   */
  public static OneVsRestSvm fit(double[][] features, int[] labels, int numClasses, double cost) {
    double rowsPerClass = (double) labels.length / Arrays.stream(labels).distinct().count();
    return new OneVsRestSvm(
        OneVsRest.fit(
            SolverType.L2R_L2LOSS_SVC,
            cost,
            count -> rowsPerClass / count,
            features,
            labels,
            numClasses));
  }

  /** The class with the largest decision value; the first of several equal ones. */
  public int predict(double[] features) {
    double[] decisions = model.decisions(features);
    int best = 0;
    for (int label = 1; label < decisions.length; label++) {
      if (decisions[label] > decisions[best]) {
        best = label;
      }
    }
    return best;
  }

  /** The share of rows that are predicted right; a label that is no class is never right. */
  public double accuracy(double[][] features, int[] labels) {
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      if (predict(features[row]) == labels[row]) {
        right++;
      }
    }
    return (double) right / labels.length;
  }
}
