// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/** C at work: what it reads of labels in unspecified codes, and what the encoder does about it. */
final class ReadLabels {

  private final LabelAdversary adversary;
  private final Network network;
  private final Pass pass;
  private StandardisedCodes codes;

  ReadLabels(LabelAdversary adversary, Network network) {
    this.adversary = adversary;
    this.network = network;
    pass = network.newPass();
  }

  /**
   * The cross-entropy of C's answers with equally likely labels, which is least where C knows
   * nothing, and {@code weight} times its gradient.
   *
   * @param means of unspecified codes
   */
  Loss confusion(INDArray means) {
    codes = new StandardisedCodes(means);
    pass.forward(codes.values(), true);
    Loss loss = equallyLikely(pass.head(LabelAdversary.LABEL));
    INDArray gradient = loss.gradient().muli(adversary.weight());
    return new Loss(
        loss.value(),
        codes.backward(pass.backward(Map.of(LabelAdversary.LABEL, gradient), true, false)));
  }

  private static Loss equallyLikely(INDArray logits) {
    int classes = (int) logits.size(1);
    int rows = (int) logits.size(0);
    double[] q = logits.dup('c').data().asDouble();
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double mean = 0;
      for (int i = 0; i < classes; i++) {
        mean += q[row * classes + i] / classes;
      }
      double first = q[row * classes];
      sum += Losses.crossEntropy(q, row * classes, classes, 0, 1.0 / rows) + first - mean;
      for (int i = 0; i < classes; i++) {
        q[row * classes + i] += ((i == 0 ? 1 : 0) - 1.0 / classes) / rows;
      }
    }
    return new Loss(sum / rows, Losses.like(logits, q));
  }

  /** Leaves the gradients of C's cross-entropy with the labels of the codes last seen. */
  double accumulate(int[] labels) {
    network.clearGradients();
    pass.forward(codes.values(), true);
    Loss loss = Losses.sharedIndex(pass.head(LabelAdversary.LABEL), labels);
    pass.backward(Map.of(LabelAdversary.LABEL, loss.gradient()), false, true);
    return loss.value();
  }

  /** C's steps; its loss before them. */
  double train(int[] labels) {
    double first = 0;
    for (int step = 0; step < adversary.steps(); step++) {
      double loss = accumulate(labels);
      first = step == 0 ? loss : first;
      network.update();
      network.prepare();
    }
    return first;
  }
}
