// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

/** A binary tree of splits of one feature each. */
sealed interface DecisionTree {

  /** The mean target of the leaf that a row of features falls in. */
  double[] predict(float[] features);

  /**
   * @param value mean target of the rows of this leaf
   */
  record Leaf(double[] value) implements DecisionTree {

    @Override
    public double[] predict(float[] features) {
      return value;
    }
  }

  /** Rows with {@code features[feature] <= threshold} go left. */
  record Split(int feature, double threshold, DecisionTree left, DecisionTree right)
      implements DecisionTree {

    @Override
    public double[] predict(float[] features) {
      return (features[feature] <= threshold ? left : right).predict(features);
    }
  }
}
