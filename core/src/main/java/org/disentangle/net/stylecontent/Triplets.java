// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.Arrays;
import org.disentangle.net.LabelledPixels;

/**
 * A mini-batch of labelled images, taken apart.
 *
 * @param anchors pixels of x1, image after image
 * @param partners pixels of x1', of the same labels
 * @param others pixels of x2
 * @param labels of x1 and x1'
 * @param otherLabels labels of x2
 */
record Triplets(
    float[] anchors, float[] partners, float[] others, int[] labels, int[] otherLabels) {

  /**
   * @param rows anchors, partners, others: each image's pixels and then its label
   */
  static Triplets of(float[] rows, LabelledPixels labelled) {
    int size = labelled.size();
    int count = rows.length / size / 3;
    int[] labels = new int[count];
    int[] otherLabels = new int[count];
    Arrays.setAll(labels, i -> labelled.labelOf(rows, i * size));
    Arrays.setAll(otherLabels, i -> labelled.labelOf(rows, (2 * count + i) * size));
    return new Triplets(
        pixels(rows, 0, count, labelled),
        pixels(rows, count, count, labelled),
        pixels(rows, 2 * count, count, labelled),
        labels,
        otherLabels);
  }

  /** Labels of anchors, partners and others, in this order. */
  int[] allLabels() {
    int[] all = Arrays.copyOf(labels, 3 * labels.length);
    System.arraycopy(labels, 0, all, labels.length, labels.length);
    System.arraycopy(otherLabels, 0, all, 2 * labels.length, labels.length);
    return all;
  }

  private static float[] pixels(float[] rows, int from, int count, LabelledPixels labelled) {
    float[] pixels = new float[count * labelled.numPixels()];
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          rows,
          (from + i) * labelled.size(),
          pixels,
          i * labelled.numPixels(),
          labelled.numPixels());
    }
    return pixels;
  }
}
