// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.Arrays;
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How much codes depend on labels: the Hilbert-Schmidt independence criterion in its unbiased form
 * (Song et al., "Feature selection via dependence maximization", 2012, equation 5). Codes are
 * standardised first, so that what a small code says of the label counts as much as what a large
 * one does. Its kernel of codes is the mean of three Gaussians, whose widths follow from the number
 * of codes; its kernel of labels is 1 over the label's share where two labels are the same.
 *
 * <p>It is 0 in the mean where codes and labels are independent, and at most about the number of
 * labels less 1.
 */
final class LabelDependence {

  /** Squared widths of the Gaussians, per code: a squared distance is 2 per code in the mean. */
  private static final double[] WIDTHS = {0.0625, 0.25, 1};

  private LabelDependence() {}

  /**
   * @param codes [row, code], at least 4 rows
   * @param labels one per row
   * @return the criterion, and its gradient with respect to the codes
   */
  static Loss of(INDArray codes, int[] labels) {
    StandardisedCodes standardised = new StandardisedCodes(codes);
    double[] z = standardised.host();
    int rows = labels.length;
    int width = z.length / rows;
    double[] weights = weights(labels);
    double[] gradient = new double[z.length];
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        double squared = 0;
        for (int k = 0; k < width; k++) {
          double difference = z[i * width + k] - z[j * width + k];
          squared += difference * difference;
        }
        double kernel = 0;
        double slope = 0;
        for (double factor : WIDTHS) {
          double value = Math.exp(-squared / (2 * factor * width)) / WIDTHS.length;
          kernel += value;
          slope -= value / (factor * width);
        }
        double weight = 2 * weights[i * rows + j];
        sum += weight * kernel;
        for (int k = 0; k < width; k++) {
          double pull = weight * slope * (z[i * width + k] - z[j * width + k]);
          gradient[i * width + k] += pull;
          gradient[j * width + k] -= pull;
        }
      }
    }
    return new Loss(sum, standardised.backward(Losses.like(codes, gradient)));
  }

  /** What each value of the kernel of codes counts, [row][row]: the criterion is linear in it. */
  private static double[] weights(int[] labels) {
    int n = labels.length;
    int[] counts = new int[Arrays.stream(labels).max().orElse(0) + 1];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    double[] rowSums = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      rowSums[i] = (counts[labels[i]] - 1) * (double) n / counts[labels[i]];
      total += rowSums[i];
    }
    double[] weights = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double same = labels[i] == labels[j] ? (double) n / counts[labels[i]] : 0;
        weights[i * n + j] =
            (same + total / ((n - 1.0) * (n - 2.0)) - (rowSums[i] + rowSums[j]) / (n - 2.0))
                / (n * (n - 3.0));
      }
    }
    return weights;
  }
}
