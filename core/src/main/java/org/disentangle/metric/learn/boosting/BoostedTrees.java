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
    double[][] raw = raw(new double[][] {features}, 0, 1);
    return Deviance.probabilities(Arrays.stream(raw).mapToDouble(output -> output[0]).toArray());
  }

  /** Tree by tree for a block of rows: the nodes of one tree and the rows stay in the cache. */
  @Override
  public double accuracy(double[][] features, int[] labels) {
    int right = 0;
    for (int from = 0; from < labels.length; from += Deviance.BLOCK) {
      int rows = Math.min(Deviance.BLOCK, labels.length - from);
      double[][] raw = raw(features, from, rows);
      double[] one = new double[raw.length];
      for (int row = 0; row < rows; row++) {
        for (int output = 0; output < raw.length; output++) {
          one[output] = raw[output][row];
        }
        if (FittedClassifier.mostProbable(Deviance.probabilities(one)) == labels[from + row]) {
          right++;
        }
      }
    }
    return (double) right / labels.length;
  }

  /** Raw predictions of some rows, [output][row]. */
  private double[][] raw(double[][] features, int from, int rows) {
    float[][] columns = new float[features[from].length][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][row] = (float) features[from + row][column];
      }
    }
    double[][] raw = new double[start.length][rows];
    for (int output = 0; output < raw.length; output++) {
      Arrays.fill(raw[output], start[output]);
    }
    int numTrees = feature.length >> depth;
    int[] nodes = new int[rows];
    for (int tree = 0; tree < numTrees; tree++) {
      add(tree << depth, columns, nodes, raw[tree % raw.length]);
    }
    return raw;
  }

  private void add(int root, float[][] columns, int[] nodes, double[] raw) {
    Arrays.fill(nodes, 1);
    for (int level = 0; level < depth; level++) {
      for (int row = 0; row < nodes.length; row++) {
        int at = root + nodes[row];
        nodes[row] = 2 * nodes[row] + (columns[feature[at]][row] <= threshold[at] ? 0 : 1);
      }
    }
    int leaves = root - (1 << depth);
    for (int row = 0; row < nodes.length; row++) {
      raw[row] += value[leaves + nodes[row]];
    }
  }
}
