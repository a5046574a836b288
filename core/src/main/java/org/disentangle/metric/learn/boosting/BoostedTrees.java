// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.boosting;

import java.util.Arrays;
import org.disentangle.metric.learn.FittedClassifier;

/**
 * The trees of a gradient-boosted classifier, of one depth and complete: a node that is not split
 * sends all rows to the left, so that a row takes the same number of steps in every tree.
 */
final class BoostedTrees implements FittedClassifier {

  private final int depth;
  private final double[] start;
  private final int[] feature;
  private final double[] threshold;
  private final double[] value;

  /**
   * @param numTrees number of trees; tree t adds to output {@code t % start.length}
   * @param start raw prediction of each output before the first tree
   */
  BoostedTrees(int numTrees, int depth, double[] start) {
    this.depth = depth;
    this.start = start;
    this.feature = new int[numTrees << depth];
    this.threshold = new double[numTrees << depth];
    this.value = new double[numTrees << depth];
    Arrays.fill(threshold, Double.POSITIVE_INFINITY);
  }

  /**
   * Splits a node.
   *
   * @param node 1 is the root, 2n and 2n + 1 are the children of n
   */
  void split(int tree, int node, int feature, double threshold) {
    this.feature[(tree << depth) + node] = feature;
    this.threshold[(tree << depth) + node] = threshold;
  }

  /**
   * Sets what a leaf adds.
   *
   * @param leaf from 0, left to right
   */
  void leaf(int tree, int leaf, double value) {
    this.value[(tree << depth) + leaf] = value;
  }

  @Override
  public double[] probabilities(double[] features) {
    float[] row = new float[features.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) features[i];
    }
    double[] raw = start.clone();
    int numTrees = feature.length >> depth;
    for (int tree = 0; tree < numTrees; tree++) {
      raw[tree % raw.length] += value[(tree << depth) + leafOf(row, tree)];
    }
    return Deviance.probabilities(raw);
  }

  private int leafOf(float[] row, int tree) {
    int node = 1;
    for (int level = 0; level < depth; level++) {
      int at = (tree << depth) + node;
      node = 2 * node + (row[feature[at]] <= threshold[at] ? 0 : 1);
    }
    return node - (1 << depth);
  }
}
