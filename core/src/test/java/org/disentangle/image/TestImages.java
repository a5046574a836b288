// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.SplittableRandom;

/** Images with values that are multiples of 1/255, so that bytes hold them exactly. */
final class TestImages {

  static final ImageShape GREY = new ImageShape(1, 5, 7);
  static final ImageShape COLOUR = new ImageShape(3, 4, 6);

  private TestImages() {}

  static float[] random(ImageShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] planes = new float[shape.size()];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = random.nextInt(256) / 255f;
    }
    return planes;
  }
}
