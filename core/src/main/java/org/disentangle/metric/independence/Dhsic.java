// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.independence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.metric.CodeColumns;

/**
 * dHSIC, the kernel measure of joint dependence (Pfister et al., "Kernel-based Tests for Joint
 * Independence", 2018), in the form of Lin et al., "InfoGAN-CR and ModelCentrality", 2020.
 *
 * <p>Per code a Laplace kernel {@code k_j(a, b) = exp(-|z_aj - z_bj| / h_j^2)}, h_j being the
 * median of the distances over all ordered pairs of rows, a row with itself included; it enters
 * squared, so the score depends on the scale of the codes. Then {@code mean_ab PROD_j k_j + PROD_j
 * mean_ab k_j - 2 mean_a PROD_j mean_b k_j}, at least 0 but for rounding, and about 0 for
 * independent codes.
 *
 * <p>Takes all rows it is given: time grows with rows squared times codes, memory with rows times
 * codes. Constant codes are left out; all constant, a single code, or one row: 0. Where more than
 * half of all pairs are equal, h_j is 0 and the kernel is its limit, 1 for equal values and 0 for
 * others.
 */
public final class Dhsic {

  /**
   * @param score the sum of the terms
   * @param terms the three terms with their signs
   * @param bandwidths h_j of each code; 0 if constant
   * @param constantCodes the codes left out
   */
  public record Result(
      double score, double[] terms, double[] bandwidths, List<Integer> constantCodes) {}

  private Dhsic() {}

  public static Result score(CodeColumns codes) {
    double[] bandwidths =
        Arrays.stream(codes.columns()).parallel().mapToDouble(MedianDistance::of).toArray();
    double[] rates = Arrays.stream(bandwidths).map(Dhsic::rate).toArray();
    double[][] kernelMeans =
        IntStream.range(0, codes.numCodes())
            .parallel()
            .mapToObj(code -> kernelMeans(codes.columns()[code], rates[code]))
            .toArray(double[][]::new);
    double[] terms = {
      meanOfProducts(codes, rates),
      Arrays.stream(kernelMeans).mapToDouble(Dhsic::mean).reduce(1, (a, b) -> a * b),
      -2 * mean(products(kernelMeans))
    };
    return new Result(terms[0] + terms[1] + terms[2], terms, bandwidths, codes.constants());
  }

  /** Finite for a bandwidth of 0 too, so that a distance of 0 times it is 0. */
  private static double rate(double bandwidth) {
    return Math.min(1 / (bandwidth * bandwidth), Double.MAX_VALUE);
  }

  /** {@code mean_ab PROD_j k_j(a, b)}, a row at a time; the rows' sums are added in their order. */
  private static double meanOfProducts(CodeColumns codes, double[] rates) {
    int rows = codes.rows();
    double[][] points = new double[rows][rates.length];
    for (int code = 0; code < rates.length; code++) {
      for (int row = 0; row < rows; row++) {
        points[row][code] = codes.columns()[code][row];
      }
    }
    double[] later =
        IntStream.range(0, rows)
            .parallel()
            .mapToDouble(
                a -> {
                  double sum = 0;
                  for (int b = a + 1; b < rows; b++) {
                    sum += Math.exp(-distance(points[a], points[b], rates));
                  }
                  return sum;
                })
            .toArray();
    return (rows + 2 * sum(later)) / ((double) rows * rows);
  }

  private static double distance(double[] a, double[] b, double[] rates) {
    double sum = 0;
    for (int code = 0; code < rates.length; code++) {
      sum += Math.abs(a[code] - b[code]) * rates[code];
    }
    return sum;
  }

  /**
   * {@code mean_b k(a, b)} of each row of one code, in one pass up and one pass down the sorted
   * values: the sum over all smaller values decays as a whole from one value to the next.
   */
  private static double[] kernelMeans(double[] column, double rate) {
    int rows = column.length;
    int[] order =
        IntStream.range(0, rows)
            .boxed()
            .sorted((a, b) -> Double.compare(column[a], column[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sums = new double[rows];
    Arrays.fill(sums, 1);
    double below = 0;
    double above = 0;
    for (int i = 1; i < rows; i++) {
      int up = order[i];
      below = (below + 1) * Math.exp(-rate * (column[up] - column[order[i - 1]]));
      sums[up] += below;
      int down = order[rows - 1 - i];
      above = (above + 1) * Math.exp(-rate * (column[order[rows - i]] - column[down]));
      sums[down] += above;
    }
    return Arrays.stream(sums).map(sum -> sum / rows).toArray();
  }

  private static double[] products(double[][] kernelMeans) {
    double[] products = new double[kernelMeans[0].length];
    Arrays.fill(products, 1);
    for (double[] ofCode : kernelMeans) {
      for (int row = 0; row < products.length; row++) {
        products[row] *= ofCode[row];
      }
    }
    return products;
  }

  private static double mean(double[] values) {
    return sum(values) / values.length;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
