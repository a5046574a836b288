// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.Arrays;

/** A closed polygon, convex or not. */
final class PolygonOutline implements Outline {

  private final double[] xs;
  private final double[] ys;

  private PolygonOutline(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /** The rectangle from (-halfWidth, -halfHeight) to (halfWidth, halfHeight). */
  static PolygonOutline rectangle(double halfWidth, double halfHeight) {
    return new PolygonOutline(
        new double[] {-halfWidth, halfWidth, halfWidth, -halfWidth},
        new double[] {-halfHeight, -halfHeight, halfHeight, halfHeight});
  }

  /**
   * The polygon whose right half is given and whose left half is its mirror image.
   *
   * @param rightHalf points x, y, x, y, ... from the top to the bottom; the first and the last are
   *     on the axis
   */
  static PolygonOutline mirrored(double... rightHalf) {
    int right = rightHalf.length / 2;
    int all = 2 * right - 2;
    double[] xs = new double[all];
    double[] ys = new double[all];
    for (int i = 0; i < right; i++) {
      xs[i] = rightHalf[2 * i];
      ys[i] = rightHalf[2 * i + 1];
    }
    for (int i = right; i < all; i++) {
      xs[i] = -xs[all - i];
      ys[i] = ys[all - i];
    }
    return new PolygonOutline(xs, ys);
  }

  @Override
  public Outline placed(double scale, double angle) {
    double cos = scale * StrictMath.cos(angle);
    double sin = scale * StrictMath.sin(angle);
    double[] placedXs = new double[xs.length];
    double[] placedYs = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      placedXs[i] = xs[i] * cos + ys[i] * sin;
      placedYs[i] = -xs[i] * sin + ys[i] * cos;
    }
    return new PolygonOutline(placedXs, placedYs);
  }

  @Override
  public double reach() {
    return Arrays.stream(ys).map(Math::abs).max().orElse(0);
  }

  @Override
  public int crossings(double y, double[] crossings) {
    int count = 0;
    int before = xs.length - 1;
    for (int i = 0; i < xs.length; before = i++) {
      if (ys[i] <= y != ys[before] <= y) {
        double x = xs[i] + (y - ys[i]) * (xs[before] - xs[i]) / (ys[before] - ys[i]);
        int place = count++;
        for (; place > 0 && crossings[place - 1] > x; place--) {
          crossings[place] = crossings[place - 1];
        }
        crossings[place] = x;
      }
    }
    return count;
  }
}
