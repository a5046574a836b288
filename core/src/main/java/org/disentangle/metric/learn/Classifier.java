package org.disentangle.metric.learn;

/** A fitted model of classes. */
@FunctionalInterface
public interface Classifier {

  /** The probability of each class for one row of features; they sum to 1. */
  double[] probabilities(double[] features);

  /** The most probable class; the first of several equal ones. */
  default int predict(double[] features) {
    double[] probabilities = probabilities(features);
    int best = 0;
    for (int label = 1; label < probabilities.length; label++) {
      if (probabilities[label] > probabilities[best]) {
        best = label;
      }
    }
    return best;
  }
}
