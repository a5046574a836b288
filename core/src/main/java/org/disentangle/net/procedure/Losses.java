// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Losses that several systems have, each a mean over the batch, with their gradients with respect
 * to the network output. Outputs are small (one row per image), so they are worked on in host
 * memory in double precision.
 */
public final class Losses {

  /** A loss and its gradient, in the shape and type of the output it was computed from. */
  public record Loss(double value, INDArray gradient) {}

  private Losses() {}

  /**
   * Softmax cross-entropy of H's logits against the index of the shared code (Lin et al. 2020,
   * equation 5).
   */
  public static Loss sharedIndex(INDArray logits, int[] index) {
    return index(logits, 0, (int) logits.size(1), index);
  }

  /**
   * Softmax cross-entropy of some columns as logits and the one of them that was chosen; for
   * one-hot codes, of Q's means and the code that is 1 (Liu et al. 2020).
   *
   * @param output its gradient is 0 but for these columns
   * @param from the first of them
   * @param count how many they are
   * @param index the chosen one of each row, from 0
   */
  public static Loss index(INDArray output, int from, int count, int[] index) {
    int rows = (int) output.size(0);
    int width = (int) output.size(1);
    double[] logits = output.dup('c').data().asDouble();
    double[] gradient = new double[logits.length];
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int at = row * width + from;
      sum += crossEntropy(logits, at, count, index[row], 1.0 / rows);
      System.arraycopy(logits, at, gradient, at, count);
    }
    return new Loss(sum / rows, like(output, gradient));
  }

  /** Replaces logits by their gradient. */
  public static double crossEntropy(double[] q, int from, int count, int category, double weight) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      max = Math.max(max, q[i]);
    }
    double total = 0;
    for (int i = from; i < from + count; i++) {
      total += Math.exp(q[i] - max);
    }
    double loss = max + Math.log(total) - q[from + category];
    for (int i = from; i < from + count; i++) {
      q[i] = (Math.exp(q[i] - max) / total - (i == from + category ? 1 : 0)) * weight;
    }
    return loss;
  }

  public static INDArray like(INDArray output, double[] values) {
    return Nd4j.create(values, output.shape(), 'c').castTo(output.dataType());
  }
}
