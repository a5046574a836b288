// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Arrays;
import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * FactorVAE's discriminator, which distinguishes codes drawn together (class 0) from shuffled ones
 * (class 1) and so estimates their total correlation (Kim and Mnih 2018, equation 3).
 */
public final class TcDiscriminator {

  /** Name of its network in the state. */
  public static final String NAME = "TC";

  /** Its output: two logits, the first for codes drawn together. */
  public static final String LOGITS = "logits";

  /** The total correlation that it estimates, as a loss. */
  public static final String CORRELATION = "totalCorrelation";

  /** Its own loss. */
  public static final String LOSS = "density";

  /** Of a single image, shuffled codes are the codes. */
  public static final LeastBatch SHUFFLED =
      new LeastBatch(2, "codes are shuffled within the batch");

  private final Network network;
  private final Pass judged;

  public TcDiscriminator(Network network) {
    this.network = network;
    judged = network.newPass();
  }

  /** The total correlation as estimated, and its gradient by the codes times a weight. */
  public Loss penalty(INDArray codes, double weight) {
    judged.forward(codes, true);
    Loss correlation = VaeLosses.totalCorrelation(judged.head(LOGITS));
    return new Loss(
        correlation.value(),
        judged.backward(Map.of(LOGITS, correlation.gradient().muli(weight)), true, false));
  }

  /**
   * Leaves the gradients of the discriminator's own loss: half the cross-entropy of these codes,
   * and half that of shuffled ones.
   */
  public double accumulate(INDArray codes, CodeShuffle shuffle) {
    network.clearGradients();
    double joint = half(codes, 0);
    return joint + half(shuffle.of(codes), 1);
  }

  /** One step of the discriminator. */
  public double train(INDArray codes, CodeShuffle shuffle) {
    double loss = accumulate(codes, shuffle);
    network.update();
    network.prepare();
    return loss;
  }

  private double half(INDArray codes, int index) {
    judged.forward(codes, true);
    int[] target = new int[(int) codes.size(0)];
    Arrays.fill(target, index);
    Loss loss = Losses.sharedIndex(judged.head(LOGITS), target);
    judged.backward(Map.of(LOGITS, loss.gradient().muli(0.5)), false, true);
    return loss.value() / 2;
  }
}
