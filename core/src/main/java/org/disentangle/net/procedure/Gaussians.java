// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.random.RandomGenerator;

/** Normal draws. */
public final class Gaussians {

  private Gaussians() {}

  /** The given number of values, of mean 0. */
  public static float[] draw(int count, double deviation, RandomGenerator random) {
    float[] drawn = new float[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = (float) (deviation * random.nextGaussian());
    }
    return drawn;
  }
}
