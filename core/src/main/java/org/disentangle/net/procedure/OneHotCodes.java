// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/** OOGAN's loss of one-hot codes (Liu et al. 2020): which of the continuous codes is 1. */
public final class OneHotCodes {

  private OneHotCodes() {}

  /**
   * Softmax cross-entropy of means as logits and the code that is 1, a mean over images.
   *
   * @param output of Q; its gradient is 0 but for these means
   * @param from column of the first mean
   * @param count means
   * @param index the code of each image, from 0
   */
  public static Loss of(INDArray output, int from, int count, int[] index) {
    int rows = (int) output.size(0);
    int width = (int) output.size(1);
    double[] logits = output.dup('c').data().asDouble();
    double[] gradient = new double[logits.length];
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int at = row * width + from;
      sum += Losses.crossEntropy(logits, at, count, index[row], 1.0 / rows);
      System.arraycopy(logits, at, gradient, at, count);
    }
    return new Loss(sum / rows, Losses.like(output, gradient));
  }

  /** Of all columns from one on. */
  public static Loss of(INDArray output, int from, int[] index) {
    return of(output, from, (int) output.size(1) - from, index);
  }
}
