// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.Arrays;

/**
 * The covariance matrix of columns, divided by the number of rows less one. Sums are compensated
 * (Kahan), so that columns that depend on each other linearly give a matrix that is singular to the
 * rounding of its entries, however many rows there are.
 */
final class CovarianceMatrix {

  private CovarianceMatrix() {}

  /**
   * @param columns [column][row], at least two rows
   */
  static double[][] of(double[][] columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    double[][] centred = new double[columns.length][rows];
    for (int column = 0; column < columns.length; column++) {
      double mean = dot(columns[column], ones) / rows;
      for (int row = 0; row < rows; row++) {
        centred[column][row] = columns[column][row] - mean;
      }
    }
    double[][] covariance = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = dot(centred[i], centred[j]) / (rows - 1);
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < a.length; i++) {
      double term = a[i] * b[i] - lost;
      double next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    return sum;
  }
}
