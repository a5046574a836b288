// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a network that classifies makes of its input, from the definitions, in double precision. */
public final class JudgeFormulas {

  private JudgeFormulas() {}

  /** The network that a state has under the architecture's name, ready for passes. */
  public static Network loaded(Architecture architecture, AdamSettings adam, TrainingState state) {
    Network network = new Network(architecture, adam, DataType.DOUBLE, 0);
    network.load(state.network(architecture.name()));
    network.prepare();
    return network;
  }

  /** Values of [row, value]. */
  public static INDArray rows(float[] values, int rows) {
    return Nd4j.createFromArray(values)
        .reshape('c', rows, values.length / rows)
        .castTo(DataType.DOUBLE);
  }

  /** Mean over the rows of the cross-entropy between a head's logits and the right classes. */
  public static double crossEntropy(Pass judge, String head, INDArray input, int[] target) {
    judge.forward(input, true);
    INDArray logits = judge.head(head);
    double sum = 0;
    for (int row = 0; row < target.length; row++) {
      double all = 0;
      for (int i = 0; i < logits.size(1); i++) {
        all += Math.exp(logits.getDouble(row, i));
      }
      sum += Math.log(all) - logits.getDouble(row, target[row]);
    }
    return sum / target.length;
  }
}
