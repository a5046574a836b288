// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import org.disentangle.error.InvalidInputException;

/** The shape of an image as the networks see it: channel planes first, rows from the top. */
public record ImageShape(int channels, int height, int width) implements Serializable {

  public ImageShape {
    if ((channels != 1 && channels != 3)
        || height < 1
        || width < 1
        || !fitsAnArray(channels, height, width)) {
      throw InvalidInputException.of(
          "An image shape has 1 or 3 channels, positive height and width, and at most 2147483647 values; found "
              + channels
              + " x "
              + height
              + " x "
              + width,
          "The order is channels, height, width.");
    }
  }

  /** Whether an image of positive sizes has no more values than an array can hold. */
  public static boolean fitsAnArray(int channels, int height, int width) {
    return (long) height * width <= Integer.MAX_VALUE / channels;
  }

  /** Values per image. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
