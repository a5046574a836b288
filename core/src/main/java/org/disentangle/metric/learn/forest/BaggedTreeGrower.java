// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.metric.learn.SortedFeatures;

/**
 * Grows one tree of a forest on a bootstrap sample. Every split between two different values of
 * every feature is a candidate; the best one is taken, however little it gains. Features are tried
 * in random order, and the first of several equal splits is taken. A node is a leaf at the greatest
 * depth, if its rows have one target, or if they agree in all features.
 */
final class BaggedTreeGrower {

  /** Neighbouring values that differ by no more are not parted. */
  private static final float SAME_VALUE = 1e-7f;

  private final float[][] values;
  private final Targets targets;
  private final int[] copies;
  private final int maxDepth;
  private final SplittableRandom random;

  /** The rows of the sample node by node; within a node in their own order. */
  private final int[] rows;

  /** The same with each feature in increasing order, [feature][place]. */
  private final int[][] order;

  private final boolean[] left;
  private final int[] buffer;
  private final int[] shuffled;
  private final double[] importance;

  /**
   * @param copies how often each row is in the sample
   */
  BaggedTreeGrower(
      SortedFeatures features,
      Targets targets,
      int[] copies,
      int maxDepth,
      SplittableRandom random) {
    this.values = features.values();
    this.targets = targets;
    this.copies = copies;
    this.maxDepth = maxDepth;
    this.random = random;
    this.rows = IntStream.range(0, copies.length).filter(row -> copies[row] > 0).toArray();
    this.order = inSample(features.order(), copies);
    this.left = new boolean[copies.length];
    this.buffer = new int[rows.length];
    this.shuffled = IntStream.range(0, values.length).toArray();
    this.importance = new double[values.length];
  }

  DecisionTree grow() {
    return grow(0, rows.length, 0);
  }

  /** The decrease of impurity by the splits of each feature, weighted by rows. */
  double[] importance() {
    return importance;
  }

  private DecisionTree grow(int from, int to, int depth) {
    Targets.Sum sum = targets.sum(rows, from, to, copies);
    Candidate best = depth == maxDepth || sum.pure() ? null : bestSplit(sum, from, to);
    if (best == null) {
      return new DecisionTree.Leaf(sum.mean());
    }
    importance[best.feature] += Math.max(0, best.score - sum.score());
    for (int place = from; place < to; place++) {
      left[order[best.feature][place]] = place < best.place;
    }
    partition(rows, from, to);
    for (int[] sorted : order) {
      partition(sorted, from, to);
    }
    return new DecisionTree.Split(
        best.feature,
        best.threshold,
        grow(from, best.place, depth + 1),
        grow(best.place, to, depth + 1));
  }

  /** A split before a place in the order of a feature. */
  private record Candidate(int feature, int place, double threshold, double score) {}

  /** The best split of a node; null if no feature varies in it. */
  private Candidate bestSplit(Targets.Sum sum, int from, int to) {
    Candidate best = null;
    for (int i = 0; i < shuffled.length; i++) {
      int other = random.nextInt(i, shuffled.length);
      int feature = shuffled[other];
      shuffled[other] = shuffled[i];
      shuffled[i] = feature;
      Candidate found = bestSplit(feature, sum, from, to);
      if (found != null && (best == null || found.score > best.score)) {
        best = found;
      }
    }
    return best;
  }

  private Candidate bestSplit(int feature, Targets.Sum sum, int from, int to) {
    float[] column = values[feature];
    int[] sorted = order[feature];
    Targets.Sides sides = sum.sides();
    double bestScore = Double.NEGATIVE_INFINITY;
    int best = from;
    for (int place = from + 1; place < to; place++) {
      int row = sorted[place - 1];
      sides.moveLeft(row, copies[row]);
      if (column[sorted[place]] > column[row] + SAME_VALUE) {
        double score = sides.score();
        if (score > bestScore) {
          bestScore = score;
          best = place;
        }
      }
    }
    return best == from
        ? null
        : new Candidate(
            feature, best, between(column[sorted[best - 1]], column[sorted[best]]), bestScore);
  }

  private static double between(double low, double high) {
    return low / 2 + high / 2;
  }

  private static int[][] inSample(int[][] order, int[] copies) {
    return Arrays.stream(order)
        .map(sorted -> Arrays.stream(sorted).filter(row -> copies[row] > 0).toArray())
        .toArray(int[][]::new);
  }

  /** Puts the rows that go left first; both sides keep their order. */
  private void partition(int[] ordered, int from, int to) {
    int next = from;
    int held = 0;
    for (int place = from; place < to; place++) {
      int row = ordered[place];
      if (left[row]) {
        ordered[next++] = row;
      } else {
        buffer[held++] = row;
      }
    }
    System.arraycopy(buffer, 0, ordered, next, held);
  }
}
