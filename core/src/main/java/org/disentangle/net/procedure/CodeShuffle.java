// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Shuffles every code among the images of a batch on its own, which makes codes independent of each
 * other and leaves how each is distributed (Kim and Mnih 2018, algorithm 1).
 */
public record CodeShuffle(SplittableRandom random) {

  /** Codes, [image][code], in a new array. */
  public INDArray of(INDArray codes) {
    int rows = (int) codes.size(0);
    int columns = (int) codes.size(1);
    double[] values = codes.dup('c').data().asDouble();
    for (int code = 0; code < columns; code++) {
      for (int row = rows - 1; row > 0; row--) {
        int other = random.nextInt(row + 1);
        double kept = values[row * columns + code];
        values[row * columns + code] = values[other * columns + code];
        values[other * columns + code] = kept;
      }
    }
    return Losses.like(codes, values);
  }
}
