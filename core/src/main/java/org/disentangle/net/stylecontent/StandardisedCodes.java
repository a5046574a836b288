// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Codes of a batch with mean 0 and variance 1 each, and the way back. However small a code is, what
 * it says of the label shows.
 */
final class StandardisedCodes {

  /** Variance below which a code counts as constant. */
  private static final double LEAST_VARIANCE = 1e-12;

  private final INDArray codes;
  private final int width;
  private final double[] values;
  private final double[] deviations;

  /**
   * @param codes [row, code]
   */
  StandardisedCodes(INDArray codes) {
    this.codes = codes;
    width = (int) codes.size(1);
    values = codes.dup('c').data().asDouble();
    deviations = new double[width];
    int rows = values.length / width;
    for (int j = 0; j < width; j++) {
      double mean = 0;
      for (int i = j; i < values.length; i += width) {
        mean += values[i] / rows;
      }
      double variance = 0;
      for (int i = j; i < values.length; i += width) {
        variance += (values[i] - mean) * (values[i] - mean) / rows;
      }
      deviations[j] = Math.sqrt(variance + LEAST_VARIANCE);
      for (int i = j; i < values.length; i += width) {
        values[i] = (values[i] - mean) / deviations[j];
      }
    }
  }

  /** [row][code] flattened; not to be changed. */
  double[] host() {
    return values;
  }

  /** The gradient with respect to the codes. */
  INDArray backward(INDArray gradient) {
    double[] g = gradient.dup('c').data().asDouble();
    int rows = values.length / width;
    for (int j = 0; j < width; j++) {
      double mean = 0;
      double along = 0;
      for (int i = j; i < g.length; i += width) {
        mean += g[i] / rows;
        along += g[i] * values[i] / rows;
      }
      for (int i = j; i < g.length; i += width) {
        g[i] = (g[i] - mean - values[i] * along) / deviations[j];
      }
    }
    return Losses.like(codes, g);
  }
}
