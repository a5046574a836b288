// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Learners;
import org.disentangle.metric.learn.OneVsRestLogistic;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.metric.learn.forest.RandomForest;

/** Learners without Spark; logistic regression of each class against the others stands in. */
public final class PlainLearners implements Learners {

  @Override
  public FittedClassifier logistic(double[][] features, int[] labels, int numClasses) {
    return OneVsRestLogistic.fit(features, labels, numClasses);
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
