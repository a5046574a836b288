// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

/**
 * Numbers as targets.
 *
 * @param values of each row
 */
record NumberTargets(double[] values) implements Targets {

  @Override
  public Sum sum(int[] rows, int from, int to, int[] copies) {
    double sum = 0;
    int count = 0;
    boolean pure = true;
    for (int place = from; place < to; place++) {
      int row = rows[place];
      sum += copies[row] * values[row];
      count += copies[row];
      pure &= values[row] == values[rows[from]];
    }
    return new NumberSum(sum, count, pure);
  }

  private final class NumberSum implements Sum {

    private final double sum;
    private final int count;
    private final boolean pure;

    NumberSum(double sum, int count, boolean pure) {
      this.sum = sum;
      this.count = count;
      this.pure = pure;
    }

    @Override
    public double[] mean() {
      return new double[] {sum / count};
    }

    @Override
    public double score() {
      return sum * sum / count;
    }

    @Override
    public boolean pure() {
      return pure;
    }

    @Override
    public Sides sides() {
      return new NumberSides(values, sum, count);
    }
  }

  private static final class NumberSides implements Sides {

    private final double[] values;
    private final double sum;
    private final int count;
    private double leftSum;
    private int leftCount;

    NumberSides(double[] values, double sum, int count) {
      this.values = values;
      this.sum = sum;
      this.count = count;
    }

    @Override
    public void moveLeft(int row, int copies) {
      leftSum += copies * values[row];
      leftCount += copies;
    }

    @Override
    public double score() {
      double rightSum = sum - leftSum;
      return leftSum * leftSum / leftCount + rightSum * rightSum / (count - leftCount);
    }
  }
}
