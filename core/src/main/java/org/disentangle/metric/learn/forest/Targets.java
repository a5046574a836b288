// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

/**
 * What a tree learns to predict, a vector a row: a number ({@link NumberTargets}), or a 1 in the
 * place of a class ({@link ClassTargets}). For both, the best split is the one with the largest sum
 * of {@code |sum of targets|^2 / rows} over its sides: that is the smallest remaining variance for
 * numbers, and the smallest Gini impurity for classes.
 */
sealed interface Targets permits NumberTargets, ClassTargets {

  /**
   * The targets of the rows of one node.
   *
   * @param rows rows; those from place {@code from} to before {@code to} are in the node
   * @param copies how often each row counts
   */
  Sum sum(int[] rows, int from, int to, int[] copies);

  /** The targets of a node together. */
  interface Sum {

    double[] mean();

    /** {@code |sum of targets|^2 / rows} of the undivided node. */
    double score();

    /** Whether all rows have the same target. */
    boolean pure();

    /** A split with all rows on the right. */
    Sides sides();
  }

  /** The two sides of a split; both need a row to have a score. */
  interface Sides {

    void moveLeft(int row, int copies);

    double score();
  }
}
