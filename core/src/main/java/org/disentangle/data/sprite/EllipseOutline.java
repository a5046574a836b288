// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

/**
 * An ellipse: the points with {@code a x^2 + 2 b x y + c y^2 <= 1}.
 *
 * @param a coefficient of x squared
 * @param b half the coefficient of x y
 * @param c coefficient of y squared
 */
record EllipseOutline(double a, double b, double c) implements Outline {

  /** An upright ellipse with these semi-axes. */
  static EllipseOutline upright(double semiX, double semiY) {
    return new EllipseOutline(1 / (semiX * semiX), 0, 1 / (semiY * semiY));
  }

  @Override
  public Outline placed(double scale, double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double shrink = 1 / (scale * scale);
    return new EllipseOutline(
        shrink * (a * cos * cos + 2 * b * cos * sin + c * sin * sin),
        shrink * ((c - a) * cos * sin + b * (cos * cos - sin * sin)),
        shrink * (a * sin * sin - 2 * b * cos * sin + c * cos * cos));
  }

  @Override
  public double reach() {
    return Math.sqrt(a / (a * c - b * b));
  }

  @Override
  public int crossings(double y, double[] xs) {
    double discriminant = b * b * y * y - a * (c * y * y - 1);
    if (discriminant <= 0) {
      return 0;
    }
    double middle = -b * y / a;
    double half = Math.sqrt(discriminant) / a;
    xs[0] = middle - half;
    xs[1] = middle + half;
    return 2;
  }
}
