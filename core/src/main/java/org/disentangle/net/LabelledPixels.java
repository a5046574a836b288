// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Images with class labels as the data of rounds: the label is one more value after the pixels, a
 * fraction in [0, 1] that packs without loss, with bytes as one byte.
 *
 * @param numPixels values per image
 * @param numClasses classes, at most {@value #MOST_CLASSES}
 */
public record LabelledPixels(int numPixels, int numClasses) implements Serializable {

  /** Most classes that a label's fraction can distinguish. */
  public static final int MOST_CLASSES = 65_536;

  /** Values per labelled image. */
  public int size() {
    return numPixels + 1;
  }

  /** The pixels and the label as one array. */
  public float[] join(float[] pixels, int label) {
    float[] joined = Arrays.copyOf(pixels, size());
    joined[numPixels] = label / scale();
    return joined;
  }

  /** The label of the labelled image that begins at {@code offset}. */
  public int labelOf(float[] values, int offset) {
    return label(values[offset + numPixels]);
  }

  /** The label that the value after the pixels encodes. */
  public int label(float value) {
    return Math.round(value * scale());
  }

  private float scale() {
    return numClasses <= 256 ? 255f : MOST_CLASSES - 1f;
  }
}
