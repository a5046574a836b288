// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Codes that images were generated from, and those that the encoder reads in these images.
 *
 * @param given [image][code]
 * @param read [image][code]
 */
record CodeReading(double[][] given, double[][] read) {

  private int codes() {
    return given[0].length;
  }

  /** Of every code given and every code read: [given][read]; 0 where one is constant. */
  double[][] correlation() {
    double[][] correlation = new double[codes()][codes()];
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    for (int i = 0; i < codes(); i++) {
      for (int j = 0; j < codes(); j++) {
        double value = pearson.correlation(column(given, i), column(read, j));
        correlation[i][j] = Double.isNaN(value) ? 0 : value;
      }
    }
    return correlation;
  }

  /** Mean of the absolute correlations, on or off the diagonal. */
  double meanCorrelation(boolean diagonal) {
    return meanAbsolute(correlation(), diagonal);
  }

  /**
   * Mean over codes of the squared error per variance of the code given; NaN if all are
   * categorical.
   *
   * @param categorical how many codes at the front are categorical, whose values are names
   */
  double error(int categorical) {
    List<Double> errors = new ArrayList<>();
    for (int code = categorical; code < codes(); code++) {
      double sum = 0;
      for (int image = 0; image < given.length; image++) {
        double difference = given[image][code] - read[image][code];
        sum += difference * difference;
      }
      errors.add(sum / given.length / StatUtils.populationVariance(column(given, code)));
    }
    return errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Of a square matrix on or off its diagonal; NaN for one code off the diagonal. */
  private static double meanAbsolute(double[][] matrix, boolean diagonal) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        if ((i == j) == diagonal) {
          sum += Double.isNaN(matrix[i][j]) ? 0 : Math.abs(matrix[i][j]);
          count++;
        }
      }
    }
    return sum / count;
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      values[row] = rows[row][column];
    }
    return values;
  }
}
