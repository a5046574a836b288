// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

import java.util.Arrays;

/**
 * Classes as targets. All sums are whole numbers, so that equal splits have exactly equal scores.
 *
 * @param labels class of each row, 0 to {@code numClasses - 1}
 */
record ClassTargets(int[] labels, int numClasses) implements Targets {

  @Override
  public Sum sum(int[] rows, int from, int to, int[] copies) {
    double[] counts = new double[numClasses];
    double count = 0;
    for (int place = from; place < to; place++) {
      int row = rows[place];
      counts[labels[row]] += copies[row];
      count += copies[row];
    }
    return new ClassSum(counts, count);
  }

  private final class ClassSum implements Sum {

    private final double[] counts;
    private final double count;
    private final double squares;

    ClassSum(double[] counts, double count) {
      this.counts = counts;
      this.count = count;
      this.squares = Arrays.stream(counts).map(value -> value * value).sum();
    }

    @Override
    public double[] mean() {
      return Arrays.stream(counts).map(value -> value / count).toArray();
    }

    @Override
    public double score() {
      return squares / count;
    }

    @Override
    public boolean pure() {
      return squares == count * count;
    }

    @Override
    public Sides sides() {
      return new ClassSides(labels, counts, count, squares);
    }
  }

  private static final class ClassSides implements Sides {

    private final int[] labels;
    private final double[] leftCounts;
    private final double[] rightCounts;
    private double leftCount;
    private double rightCount;
    private double leftSquares;
    private double rightSquares;

    ClassSides(int[] labels, double[] counts, double count, double squares) {
      this.labels = labels;
      this.leftCounts = new double[counts.length];
      this.rightCounts = counts.clone();
      this.rightCount = count;
      this.rightSquares = squares;
    }

    @Override
    public void moveLeft(int row, int copies) {
      int label = labels[row];
      leftSquares += copies * (2 * leftCounts[label] + copies);
      rightSquares -= copies * (2 * rightCounts[label] - copies);
      leftCounts[label] += copies;
      rightCounts[label] -= copies;
      leftCount += copies;
      rightCount -= copies;
    }

    @Override
    public double score() {
      return leftSquares / leftCount + rightSquares / rightCount;
    }
  }
}
