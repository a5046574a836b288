// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** H, which guesses which code two images share (Lin et al. 2020, section 3). */
public final class PairContrast {

  /** Name of H, and of its loss. */
  public static final String H = "H";

  /** The output of H: logits of the index of the code that a pair shares. */
  public static final String INDEX = "index";

  /** What the images' own network learns from H, as a loss. */
  public static final String LOSS = "CR";

  /**
   * Of a pair's images.
   *
   * @param loss before weighting
   * @param first weighted gradient by the first images
   * @param second weighted gradient by the second images
   */
  public record Gradients(double loss, INDArray first, INDArray second) {}

  private final Network h;
  private final Pass contrasted;

  public PairContrast(Network h) {
    this.h = h;
    contrasted = h.newPass();
  }

  /** One step of H. */
  public double train(INDArray first, INDArray second, int[] index) {
    h.prepare();
    Loss loss = judge(first, second, index);
    h.clearGradients();
    contrasted.backward(Map.of(INDEX, loss.gradient()), false, true);
    h.update();
    return loss.value();
  }

  /** What the images should change; H stays as it is. */
  public Gradients gradients(INDArray first, INDArray second, int[] index, double weight) {
    Loss loss = judge(first, second, index);
    INDArray gradient =
        contrasted.backward(Map.of(INDEX, loss.gradient().muli(weight)), true, false);
    long channels = gradient.size(1) / 2;
    return new Gradients(
        loss.value(), channels(gradient, 0, channels), channels(gradient, channels, 2 * channels));
  }

  private Loss judge(INDArray first, INDArray second, int[] index) {
    contrasted.forward(Nd4j.concat(1, first, second), true);
    contrasted.updateMovingStatistics();
    return Losses.sharedIndex(contrasted.head(INDEX), index);
  }

  private static INDArray channels(INDArray array, long from, long to) {
    return array
        .get(
            NDArrayIndex.all(),
            NDArrayIndex.interval(from, to),
            NDArrayIndex.all(),
            NDArrayIndex.all())
        .dup('c');
  }
}
