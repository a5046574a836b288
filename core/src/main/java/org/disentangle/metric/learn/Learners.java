// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

/**
 * Fits the models that some metrics are defined by. Features are rows of equally many finite
 * numbers; labels are 0 to {@code numClasses - 1}.
 */
public interface Learners {

  /**
   * Multinomial logistic regression: the minimum over W and b of {@code SUM_i -ln softmax_{y_i}(W
   * x_i + b) + ||W||^2 / 2}; a sum over rows, intercepts not penalised, features as they are.
   */
  FittedClassifier logistic(double[][] features, int[] labels, int numClasses);

  /** A random forest of regression trees that split by variance, on bootstrap samples. */
  Weighed<Regressor> forest(double[][] features, double[] target, ForestSettings settings);

  /** A random forest of classification trees that split by Gini impurity, on bootstrap samples. */
  Weighed<FittedClassifier> forest(
      double[][] features, int[] labels, int numClasses, ForestSettings settings);
}
