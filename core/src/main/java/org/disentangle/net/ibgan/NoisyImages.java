// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images with noise added and limited to [0, 1].
 *
 * @param images as they are shown
 * @param inside 1 where the sum needed no limit, else 0: what gradients are multiplied by on their
 *     way to the images without noise; null for no noise
 */
record NoisyImages(INDArray images, INDArray inside) {

  /**
   * @param noise of the shape of the images; null for none
   */
  static NoisyImages of(INDArray images, INDArray noise) {
    if (noise == null) {
      return new NoisyImages(images, null);
    }
    double[] values = images.add(noise).dup('c').data().asDouble();
    double[] inside = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double limited = Math.max(0, Math.min(1, values[i]));
      inside[i] = limited == values[i] ? 1 : 0;
      values[i] = limited;
    }
    return new NoisyImages(Losses.like(images, values), Losses.like(images, inside));
  }

  /** The gradient by the images without noise, of that by the images shown; changes the latter. */
  INDArray back(INDArray gradient) {
    return inside == null ? gradient : gradient.muli(inside);
  }
}
