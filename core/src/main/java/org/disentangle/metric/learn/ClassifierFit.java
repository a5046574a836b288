// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

/**
 * A way to fit a classifier, such as {@link Learners#logistic} or {@link OneVsRestLogistic#fit}.
 */
@FunctionalInterface
public interface ClassifierFit {

  /**
   * @param features finite numbers, [row][feature]; at least one row and one feature
   * @param labels class of each row, 0 to {@code numClasses - 1}
   */
  FittedClassifier fit(double[][] features, int[] labels, int numClasses);
}
