// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.metric.learn.SortedFeatures;

/**
 * Grows regression trees on residuals. Splits maximise Friedman's improvement {@code (n_r S_l - n_l
 * S_r)^2 / (n_l n_r)}, n being numbers of rows and S sums of residuals on either side. Each node
 * tries the features in its own order, drawn at random; of equal splits the first one tried is
 * taken, and within a feature that of the lowest threshold.
 *
 * <p>A tree is grown level by level; the nodes of a level are numbered from 0, left to right. For
 * each feature the rows stay sorted within each node, so that one pass finds the best split. A node
 * that is not split keeps its rows as its left child. Working memory is kept from tree to tree, so
 * a grower serves one thread at a time.
 */
final class TreeGrower {

  /** Neighbouring values that differ by no more are not parted. */
  private static final float SAME_VALUE = 1e-7f;

  /** Nodes whose residuals have at most this variance are not split. */
  private static final double PURE = Math.ulp(1.0);

  private final SortedFeatures features;
  private final int depth;

  /** For each feature the rows node by node, sorted within each; the first level needs no copy. */
  private final int[][] order;

  private final int[] rightRows;
  private final byte[] nodeOf;

  private final int[] turn;

  // one entry a node of the level
  private final int[] begin;
  private final double[] sum;
  private final double[] squares;
  private final int[] splitFeature;
  private final double[] threshold;
  private final double[] improvement;

  TreeGrower(SortedFeatures features, int depth) {
    this.features = features;
    this.depth = depth;
    this.order = new int[features.numFeatures()][features.rows()];
    this.rightRows = new int[features.rows()];
    this.nodeOf = new byte[features.rows()];
    this.turn = IntStream.range(0, features.numFeatures()).toArray();
    int leaves = 1 << depth;
    this.begin = new int[leaves + 1];
    this.sum = new double[leaves];
    this.squares = new double[leaves];
    this.splitFeature = new int[leaves];
    this.threshold = new double[leaves];
    this.improvement = new double[leaves];
  }

  /**
   * Fits a tree.
   *
   * @param residuals what to predict, one per row
   * @param trees gets the splits
   * @param tree which of them this one is
   * @param decrease gets added by how much the splits by each feature lower the squared deviations
   * @param seed seed of the order in which features are tried
   */
  void grow(double[] residuals, BoostedTrees trees, int tree, double[] decrease, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Arrays.setAll(turn, place -> place);
    Arrays.fill(nodeOf, (byte) 0);
    tally(residuals);
    for (int level = 0; level < depth; level++) {
      int nodes = 1 << level;
      int[][] levelOrder = level == 0 ? features.order() : order;
      for (int node = 0; node < nodes; node++) {
        findSplit(node, levelOrder, residuals, random);
        if (splitFeature[node] >= 0) {
          trees.split(tree, nodes + node, splitFeature[node], threshold[node]);
          decrease[splitFeature[node]] += improvement[node] / (begin[node + 1] - begin[node]);
        }
      }
      assignChildren();
      if (level < depth - 1) {
        for (int feature = 0; feature < order.length; feature++) {
          for (int node = 0; node < nodes; node++) {
            part(levelOrder[feature], order[feature], node);
          }
        }
      }
      tally(residuals);
    }
  }

  /** The leaf of a row in the tree grown last: from 0, left to right. */
  int leafOf(int row) {
    return nodeOf[row];
  }

  /** Sum of the residuals of a leaf of the tree grown last. */
  double leafSum(int leaf) {
    return sum[leaf];
  }

  private void tally(double[] residuals) {
    Arrays.fill(begin, 0);
    Arrays.fill(sum, 0);
    Arrays.fill(squares, 0);
    for (int row = 0; row < nodeOf.length; row++) {
      int node = nodeOf[row];
      double residual = residuals[row];
      begin[node + 1]++;
      sum[node] += residual;
      squares[node] += residual * residual;
    }
    for (int node = 0; node < sum.length; node++) {
      begin[node + 1] += begin[node];
    }
  }

  private void findSplit(
      int node, int[][] levelOrder, double[] residuals, SplittableRandom random) {
    splitFeature[node] = -1;
    improvement[node] = Double.NEGATIVE_INFINITY;
    int count = begin[node + 1] - begin[node];
    double mean = sum[node] / count;
    if (count >= 2 && squares[node] / count - mean * mean > PURE) {
      for (int place = 0; place < turn.length; place++) {
        int chosen = random.nextInt(place, turn.length);
        int feature = turn[chosen];
        turn[chosen] = turn[place];
        turn[place] = feature;
        search(node, feature, levelOrder[feature], residuals);
      }
    }
  }

  /** Reads values only of places that are better than all before: few are. */
  private void search(int node, int feature, int[] rows, double[] residuals) {
    float[] values = features.values()[feature];
    int from = begin[node];
    int to = begin[node + 1];
    double count = to - from;
    double total = sum[node];
    double best = improvement[node];
    int bestPlace = -1;
    double leftSum = 0;
    for (int place = from; place < to; place++) {
      double left = place - from;
      double difference = count * leftSum - left * total;
      double squared = difference * difference;
      double weight = left * (count - left);
      if (squared > best * weight
          && squared / weight > best
          && values[rows[place]] > values[rows[place - 1]] + SAME_VALUE) {
        best = squared / weight;
        bestPlace = place;
      }
      leftSum += residuals[rows[place]];
    }
    if (bestPlace >= 0) {
      double below = values[rows[bestPlace - 1]];
      double above = values[rows[bestPlace]];
      double middle = below / 2 + above / 2;
      improvement[node] = best;
      splitFeature[node] = feature;
      threshold[node] = middle == above ? below : middle;
    }
  }

  private void assignChildren() {
    for (int row = 0; row < nodeOf.length; row++) {
      int node = nodeOf[row];
      int feature = splitFeature[node];
      boolean right = feature >= 0 && features.values()[feature][row] > threshold[node];
      nodeOf[row] = (byte) (2 * node + (right ? 1 : 0));
    }
  }

  /** Moves the rows of the left child of a node before those of the right one. */
  private void part(int[] from, int[] to, int node) {
    int left = begin[node];
    int right = 0;
    for (int place = begin[node]; place < begin[node + 1]; place++) {
      int row = from[place];
      int side = nodeOf[row] & 1;
      to[left] = row;
      rightRows[right] = row;
      left += 1 - side;
      right += side;
    }
    System.arraycopy(rightRows, 0, to, left, right);
  }
}
