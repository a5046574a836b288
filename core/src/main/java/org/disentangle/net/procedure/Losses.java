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
    int rows = (int) logits.size(0);
    int classes = (int) logits.size(1);
    double[] values = logits.dup('c').data().asDouble();
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += crossEntropy(values, row * classes, classes, index[row], 1.0 / rows);
    }
    return new Loss(sum / rows, like(logits, values));
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
