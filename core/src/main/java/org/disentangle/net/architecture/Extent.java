// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import java.io.Serializable;

/**
 * Size of what flows between two layers: a vector (height and width 0) or a stack of feature maps.
 *
 * @param channels length of the vector, or number of feature maps
 */
public record Extent(int channels, int height, int width) implements Serializable {

  public static Extent vector(int length) {
    return new Extent(length, 0, 0);
  }

  public boolean isVector() {
    return height == 0;
  }

  /** Values per example. */
  public int size() {
    return isVector() ? channels : channels * height * width;
  }

  /** What a convolution with SAME padding makes of these maps. */
  Extent convolved(int filters, int stride) {
    return new Extent(filters, (height + stride - 1) / stride, (width + stride - 1) / stride);
  }

  /** Shape of a batch of these. */
  public long[] batch(long size) {
    return isVector() ? new long[] {size, channels} : new long[] {size, channels, height, width};
  }
}
