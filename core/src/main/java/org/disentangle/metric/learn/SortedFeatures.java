// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import java.util.Arrays;

/**
 * Features column by column, rounded to single precision, and for each the rows in increasing order
 * of it. Sorted once and read by every tree.
 *
 * @param values [feature][row]
 * @param order [feature][place]: the row at a place; rows of equal value in increasing order
 */
public record SortedFeatures(float[][] values, int[][] order) {

  public static SortedFeatures of(double[][] features) {
    int rows = features.length;
    int numFeatures = features[0].length;
    SortedFeatures columns =
        new SortedFeatures(new float[numFeatures][rows], new int[numFeatures][rows]);
    for (int feature = 0; feature < numFeatures; feature++) {
      columns.read(feature, features);
    }
    return columns;
  }

  public int rows() {
    return values[0].length;
  }

  public int numFeatures() {
    return values.length;
  }

  private void read(int feature, double[][] features) {
    long[] keys = new long[features.length];
    for (int row = 0; row < keys.length; row++) {
      float value = (float) features[row][feature] + 0f; // makes -0 equal to 0
      values[feature][row] = value;
      int bits = Float.floatToIntBits(value);
      int ascending = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
      keys[row] = (long) ascending << 32 | row;
    }
    Arrays.sort(keys);
    for (int place = 0; place < keys.length; place++) {
      order[feature][place] = (int) keys[place];
    }
  }
}
