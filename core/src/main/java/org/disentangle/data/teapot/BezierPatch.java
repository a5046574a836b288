// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * A bicubic Bezier surface over the unit square.
 *
 * @param points 4 x 4 control points, rows along the first parameter, columns along the second
 */
record BezierPatch(Vector3D[][] points) {

  private static final int ORDER = 4;

  /** The point at parameters from 0 to 1. */
  Vector3D point(double along, double across) {
    return sum(bernstein(along), bernstein(across));
  }

  /**
   * The unit normal, which is derivative along times derivative across. Where a whole row of
   * control points is one point, the normal just beside it is taken.
   */
  Vector3D normal(double along, double across) {
    Vector3D cross = tangents(along, across);
    if (cross.getNorm() < 1e-9) {
      cross = tangents(along < 0.5 ? along + 1e-4 : along - 1e-4, across);
    }
    return cross.normalize();
  }

  private Vector3D tangents(double along, double across) {
    return sum(derivatives(along), bernstein(across))
        .crossProduct(sum(bernstein(along), derivatives(across)));
  }

  private Vector3D sum(double[] rowWeights, double[] columnWeights) {
    Vector3D sum = Vector3D.ZERO;
    for (int row = 0; row < ORDER; row++) {
      for (int column = 0; column < ORDER; column++) {
        sum = sum.add(rowWeights[row] * columnWeights[column], points[row][column]);
      }
    }
    return sum;
  }

  private static double[] bernstein(double t) {
    double s = 1 - t;
    return new double[] {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
  }

  private static double[] derivatives(double t) {
    double s = 1 - t;
    return new double[] {-3 * s * s, 3 * s * (s - 2 * t), 3 * t * (2 * s - t), 3 * t * t};
  }
}
