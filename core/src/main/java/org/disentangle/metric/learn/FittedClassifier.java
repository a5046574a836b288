// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

/** A fitted model of classes. */
@FunctionalInterface
public interface FittedClassifier {

  /** The probability of each class for one row of features; they sum to 1. */
  double[] probabilities(double[] features);

  /** The most probable class; the first of several equal ones. */
  default int predict(double[] features) {
    return mostProbable(probabilities(features));
  }

  /** The most probable class; the first of several equal ones. */
  static int mostProbable(double[] probabilities) {
    int best = 0;
    for (int label = 1; label < probabilities.length; label++) {
      if (probabilities[label] > probabilities[best]) {
        best = label;
      }
    }
    return best;
  }

  /**
   * The share of rows that are predicted right; a label that is no class is never right.
   *
   * @param features [row][feature], at least one row
   * @param labels one per row
   */
  default double accuracy(double[][] features, int[] labels) {
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      if (predict(features[row]) == labels[row]) {
        right++;
      }
    }
    return (double) right / labels.length;
  }
}
