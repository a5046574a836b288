// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The teapot of Martin Newell (1975) as bicubic patches: z is up, the spout points along x and the
 * handle against it. It is 6.5 units long and 3.15 high.
 *
 * <p>Body and lid are turned about z, spout and handle are tubes that are mirrored in the plane y =
 * 0. Two things are added to the original so that nothing can be seen through from outside: a
 * bottom, and a ring between rim and lid; the mouth of the spout ends in a pit.
 */
final class NewellTeapot {

  /** Control polygons (radius, height) of the profile, from the middle of the lid to the bottom. */
  private static final double[][][] PROFILES = {
    {{0, 3.15}, {.8, 3.15}, {0, 2.85}, {.2, 2.7}}, // knob
    {{.2, 2.7}, {.4, 2.55}, {1.3, 2.55}, {1.3, 2.4}}, // lid
    {{1.3, 2.4}, {1.33, 2.4}, {1.37, 2.4}, {1.4, 2.4}}, // ring
    {{1.4, 2.4}, {1.3375, 2.53125}, {1.4375, 2.53125}, {1.5, 2.4}}, // rim
    {{1.5, 2.4}, {1.75, 1.875}, {2, 1.35}, {2, .9}}, // upper body
    {{2, .9}, {2, .45}, {1.5, .225}, {1.5, .15}}, // lower body
    {{1.5, .15}, {1.5, .075}, {1.425, 0}, {0, 0}} // bottom
  };

  /** Control rings of the tubes: x and z on one side, x and z on the other, half the width. */
  private static final double[][][] TUBES = {
    {
      {-1.6, 2.025, -1.5, 2.25, .3},
      {-2.3, 2.025, -2.5, 2.25, .3},
      {-2.7, 2.025, -3, 2.25, .3},
      {-2.7, 1.8, -3, 1.8, .3}
    }, // upper handle
    {
      {-2.7, 1.8, -3, 1.8, .3},
      {-2.7, 1.575, -3, 1.35, .3},
      {-2.5, 1.125, -2.65, .9375, .3},
      {-2, .9, -1.9, .6, .3}
    }, // lower handle
    {
      {1.7, 1.425, 1.7, .6, .66},
      {2.6, 1.425, 3.1, .825, .66},
      {2.3, 2.1, 2.4, 2.025, .25},
      {2.7, 2.4, 3.3, 2.4, .25}
    }, // spout
    {
      {2.7, 2.4, 3.3, 2.4, .25},
      {2.8, 2.475, 3.525, 2.49375, .25},
      {2.9, 2.475, 3.45, 2.5125, .15},
      {2.8, 2.4, 3.2, 2.4, .15}
    }, // lip
    {
      {2.8, 2.4, 3.2, 2.4, .15},
      {2.8, 2.35, 3.1, 2.35, .12},
      {2.8, 2.3, 3, 2.3, .06},
      {2.85, 2.3, 2.85, 2.3, 0}
    } // mouth
  };

  /** Newell's quarter circle: control points at this share of the radius. */
  private static final double ARC = .56;

  private NewellTeapot() {}

  /** The patches, whose normals point outwards. */
  static List<BezierPatch> patches() {
    List<BezierPatch> patches = new ArrayList<>();
    for (double[][] profile : PROFILES) {
      for (int quarter = 0; quarter < 4; quarter++) {
        patches.add(turned(profile, quarter * Math.PI / 2));
      }
    }
    for (double[][] tube : TUBES) {
      patches.add(halfTube(tube, -1));
      patches.add(halfTube(tube, 1));
    }
    return patches;
  }

  private static BezierPatch turned(double[][] profile, double angle) {
    long cos = Math.round(Math.cos(angle));
    long sin = Math.round(Math.sin(angle));
    double[][] arc = {{1, 0}, {1, ARC}, {ARC, 1}, {0, 1}};
    Vector3D[][] points = new Vector3D[4][4];
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        double x = profile[row][0] * arc[column][0];
        double y = profile[row][0] * arc[column][1];
        points[row][column] = new Vector3D(cos * x - sin * y, sin * x + cos * y, profile[row][1]);
      }
    }
    return new BezierPatch(points);
  }

  private static BezierPatch halfTube(double[][] rings, int side) {
    Vector3D[][] points = new Vector3D[4][];
    for (int row = 0; row < 4; row++) {
      double[] ring = rings[row];
      double y = side * ring[4];
      Vector3D[] half = {
        new Vector3D(ring[0], 0, ring[1]),
        new Vector3D(ring[0], y, ring[1]),
        new Vector3D(ring[2], y, ring[3]),
        new Vector3D(ring[2], 0, ring[3])
      };
      if (side < 0) {
        Collections.reverse(Arrays.asList(half));
      }
      points[row] = half;
    }
    return new BezierPatch(points);
  }
}
