// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

/** The edge of a shape around its own centre, in pixels, y downwards. */
sealed interface Outline permits PolygonOutline, EllipseOutline {

  /** No shape crosses a horizontal line more often than this. */
  int MOST_CROSSINGS = 16;

  /**
   * This outline, first scaled, then turned counter-clockwise as seen on the screen.
   *
   * @param scale factor on all lengths
   * @param angle radians
   */
  Outline placed(double scale, double angle);

  /** How far the shape reaches above and below its centre. */
  double reach();

  /**
   * Where the horizontal line at height y crosses the edge.
   *
   * @param xs receives the crossings in rising order: the shape is between the first and the
   *     second, the third and the fourth, and so on
   * @return the number of crossings, even
   */
  int crossings(double y, double[] xs);
}
