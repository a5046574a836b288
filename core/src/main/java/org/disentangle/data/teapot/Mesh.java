// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Triangles with shared corners, around the origin and inside the unit sphere.
 *
 * @param positions x, y, z of each vertex
 * @param normals outward unit normal of each vertex
 * @param triangles three vertices of each triangle, counter-clockwise seen from outside
 */
record Mesh(float[] positions, float[] normals, int[] triangles) {

  /**
   * Patches cut into squares and these into two triangles each; moved and scaled so that the middle
   * of the bounding box is the origin and the farthest vertex is at distance 1.
   *
   * @param rows squares along the first parameter of a patch
   * @param columns squares along the second
   */
  static Mesh of(List<BezierPatch> patches, int rows, int columns) {
    Vector3D[] points = new Vector3D[patches.size() * (rows + 1) * (columns + 1)];
    float[] normals = new float[3 * points.length];
    int[] triangles = new int[patches.size() * rows * columns * 6];
    int vertex = 0;
    int corner = 0;
    for (BezierPatch patch : patches) {
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= columns; column++) {
          double along = (double) row / rows;
          double across = (double) column / columns;
          put(patch.normal(along, across), normals, vertex);
          points[vertex] = patch.point(along, across);
          if (row < rows && column < columns) {
            int below = vertex + columns + 1;
            for (int next : new int[] {vertex, below, vertex + 1, vertex + 1, below, below + 1}) {
              triangles[corner++] = next;
            }
          }
          vertex++;
        }
      }
    }
    return new Mesh(unit(points), normals, triangles);
  }

  int vertices() {
    return positions.length / 3;
  }

  private static float[] unit(Vector3D[] points) {
    Vector3D least = points[0];
    Vector3D most = points[0];
    for (Vector3D point : points) {
      least =
          new Vector3D(
              Math.min(least.getX(), point.getX()),
              Math.min(least.getY(), point.getY()),
              Math.min(least.getZ(), point.getZ()));
      most =
          new Vector3D(
              Math.max(most.getX(), point.getX()),
              Math.max(most.getY(), point.getY()),
              Math.max(most.getZ(), point.getZ()));
    }
    Vector3D middle = new Vector3D(0.5, least, 0.5, most);
    double reach = 0;
    for (Vector3D point : points) {
      reach = Math.max(reach, point.distance(middle));
    }
    float[] positions = new float[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      put(points[i].subtract(middle).scalarMultiply(1 / reach), positions, i);
    }
    return positions;
  }

  private static void put(Vector3D vector, float[] values, int vertex) {
    values[3 * vertex] = (float) vector.getX();
    values[3 * vertex + 1] = (float) vector.getY();
    values[3 * vertex + 2] = (float) vector.getZ();
  }
}
