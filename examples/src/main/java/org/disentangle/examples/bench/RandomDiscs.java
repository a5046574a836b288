// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.disentangle.image.ImageShape;

/** Pictures to measure with: discs at random places, white on black. */
record RandomDiscs(ImageShape shape) implements Serializable {

  /** {@code count} images, one after the other, channel planes first. */
  float[] draw(int count, long seed) {
    int plane = shape.height() * shape.width();
    float[] pixels = new float[count * shape.size()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int image = 0; image < count; image++) {
      double centreX = shape.width() * random.nextDouble(0.2, 0.8);
      double centreY = shape.height() * random.nextDouble(0.2, 0.8);
      double radius = shape.width() * random.nextDouble(0.1, 0.3);
      for (int i = 0; i < plane; i++) {
        double dx = i % shape.width() - centreX;
        double dy = i / shape.width() - centreY;
        float value = dx * dx + dy * dy < radius * radius ? 1 : 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
          pixels[image * shape.size() + channel * plane + i] = value;
        }
      }
    }
    return pixels;
  }
}
