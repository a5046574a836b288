// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Learners;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.metric.learn.forest.RandomForest;

/**
 * Learners for metrics: {@link MultinomialLogistic}, and {@link RandomForest}, as MLlib's forests
 * merge leaves, bin features and never share importance between equal features.
 *
 * <p>All of them fit on the driver, which holds the rows; no Spark job runs.
 */
final class MetricLearners implements Learners {

  @Override
  public FittedClassifier logistic(double[][] features, int[] labels, int numClasses) {
    return MultinomialLogistic.fit(features, labels, numClasses);
  }

  @Override
  public Weighed<Regressor> forest(double[][] features, double[] target, ForestSettings settings) {
    return RandomForest.regression(features, target, settings);
  }

  @Override
  public Weighed<FittedClassifier> forest(
      double[][] features, int[] labels, int numClasses, ForestSettings settings) {
    return RandomForest.classification(features, labels, numClasses, settings);
  }
}
