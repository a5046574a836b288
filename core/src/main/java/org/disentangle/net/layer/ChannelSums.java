// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums of [B, C] or [B, C, H, W] arrays over everything but the channels, the same bits on any
 * number of threads. ND4J's sums over some dimensions are; its sums over all of them, which those
 * over everything but a single channel are too, depend on how many threads share them.
 */
final class ChannelSums {

  private ChannelSums() {}

  /** Of every channel, [C]. */
  static INDArray sum(INDArray array) {
    if (array.size(1) > 1) {
      return array.sum(array.rank() == 2 ? new int[] {0} : new int[] {0, 2, 3});
    }
    return Nd4j.createUninitialized(array.dataType(), 1).assign(total(array));
  }

  /** Of every channel, [C]. */
  static INDArray mean(INDArray array) {
    INDArray sum = sum(array);
    return sum.divi((double) array.length() / sum.length());
  }

  /** Over all of an array: the lines on their own, then their sums in order. */
  static double total(INDArray array) {
    long last = array.size(array.rank() - 1);
    INDArray lines = array.reshape(array.length() / last, last);
    INDArray sums = lines.rows() > 1 ? lines.sum(1) : lines;
    return DoubleStream.of(sums.reshape(sums.length()).toDoubleVector()).sum();
  }
}
