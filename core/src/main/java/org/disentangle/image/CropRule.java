// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * A square that is cut out of images.
 *
 * @param size rows and columns
 * @param afterResizing whether the images were resized before
 * @param random whether the square is at a random place and not in the centre
 */
public record CropRule(int size, boolean afterResizing, boolean random) implements Serializable {

  boolean fits(ImageShape shape) {
    return size <= shape.height() && size <= shape.width();
  }

  /**
   * The square.
   *
   * @throws IllegalArgumentException if the image is smaller
   */
  PlanarImage apply(PlanarImage image, SplittableRandom draws) {
    if (!random || !fits(image.shape())) {
      return image.centreCrop(size);
    }
    int top = draws.nextInt(image.shape().height() - size + 1);
    int left = draws.nextInt(image.shape().width() - size + 1);
    return image.crop(top, left, size);
  }
}
