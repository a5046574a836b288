// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import java.util.Arrays;

/**
 * How sure a classifier is of some images: the mean over images of the largest class probability.
 * From 1 / number of classes, when it cannot decide at all, to 1.
 */
public final class ClassifierConfidence {

  private ClassifierConfidence() {}

  /** The mean largest probability. */
  public static double of(ClassProbabilities images) {
    double[] largest = new double[images.rows()];
    Arrays.setAll(largest, row -> images.probability(row, images.mostProbable(row)));
    return SortedSum.mean(largest);
  }
}
