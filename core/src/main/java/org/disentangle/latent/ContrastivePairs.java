// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.util.random.RandomGenerator;

/**
 * A batch of latent pairs for the contrastive regulariser (Lin et al. 2020, section 3). In a pair,
 * code {@code index} is equal, every other code differs by at least the gap, and the noise is the
 * same; other designs exchange these roles.
 *
 * @param first latent vectors of the first images, one after the other
 * @param second latent vectors of the second images
 * @param index which code each pair shares, or which one it does not
 */
public record ContrastivePairs(float[] first, float[] second, int[] index) {

  /**
   * Draws pairs.
   *
   * @param design which parts are shared
   * @param gap least distance of the codes that are not shared, in [0, 2): a and b are drawn
   *     uniformly from [-1 + gap/2, 1 - gap/2], then the larger gets + gap/2 and the smaller -
   *     gap/2; a code of other values gets those that have the same shares below them
   */
  public static ContrastivePairs sample(
      LatentSpace space, PairDesign design, int rows, double gap, RandomGenerator random) {
    int width = space.size();
    float[] first = new float[rows * width];
    float[] second = new float[rows * width];
    int[] index = new int[rows];
    for (int row = 0; row < rows; row++) {
      index[row] = random.nextInt(space.numCodes());
      for (int column = 0; column < width; column++) {
        int at = row * width + column;
        boolean noise = column >= space.numCodes();
        if (noise ? design.sharedNoise() : (column == index[row]) == design.sharedCode()) {
          first[at] = LatentSpace.uniform(LatentSpace.LOW, LatentSpace.HIGH, random);
          second[at] = first[at];
        } else {
          apart(first, second, at, noise ? 0 : gap / 2, random);
        }
      }
    }
    space.toValues(first);
    space.toValues(second);
    return new ContrastivePairs(first, second, index);
  }

  private static void apart(
      float[] first, float[] second, int at, double half, RandomGenerator random) {
    float a = LatentSpace.uniform(LatentSpace.LOW + half, LatentSpace.HIGH - half, random);
    float b = LatentSpace.uniform(LatentSpace.LOW + half, LatentSpace.HIGH - half, random);
    double push = a > b ? half : -half;
    first[at] = (float) (a + push);
    second[at] = (float) (b - push);
  }
}
