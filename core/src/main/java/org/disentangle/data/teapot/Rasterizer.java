// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Projects a mesh in perspective and fills its triangles into a {@link SampleBuffer} that holds how
 * bright the nearest surface is, independently of its colour.
 *
 * <p>Camera coordinates: x to the right, y upwards, z towards the camera, which looks at the origin
 * from a distance of 0.5 / 0.14 radii of the mesh with a focal length of 105 / 64 image sizes: the
 * whole mesh is in the picture whichever way it is turned. Brightness is 0.5 + 0.9 max(0, n.L) at
 * the vertices and linear between them. Not thread-safe.
 */
final class Rasterizer {

  private static final float DISTANCE = 0.5f / 0.14f;
  private static final float FOCAL = 105f / 64;
  private static final float AMBIENT = 0.5f;
  private static final float DIFFUSE = 0.9f;
  private static final float LEAST_AREA = 1e-3f;
  private static final float TOLERANCE = 2e-3f;

  private final Mesh mesh;
  private final SampleBuffer buffer;
  private final float[] screenX;
  private final float[] screenY;
  private final float[] nearness;
  private final float[] brightness;

  Rasterizer(Mesh mesh, SampleBuffer buffer) {
    this.mesh = mesh;
    this.buffer = buffer;
    this.screenX = new float[mesh.vertices()];
    this.screenY = new float[mesh.vertices()];
    this.nearness = new float[mesh.vertices()];
    this.brightness = new float[mesh.vertices()];
  }

  /**
   * Clears the buffer and draws the mesh.
   *
   * @param rotation 3 x 3, from the mesh to the camera
   * @param light unit vector towards the light, as the mesh sees it
   */
  void draw(double[][] rotation, Vector3D light) {
    project(rotation);
    shade((float) light.getX(), (float) light.getY(), (float) light.getZ());
    buffer.clear();
    int[] triangles = mesh.triangles();
    for (int i = 0; i < triangles.length; i += 3) {
      int a = triangles[i];
      int b = triangles[i + 1];
      int c = triangles[i + 2];
      if (screenY[a] <= screenY[b] && screenY[a] <= screenY[c]) {
        fill(a, b, c);
      } else if (screenY[b] <= screenY[c]) {
        fill(b, c, a);
      } else {
        fill(c, a, b);
      }
    }
  }

  /** Sample coordinates: a sample is at whole numbers. */
  private void project(double[][] rotation) {
    float xx = (float) rotation[0][0];
    float xy = (float) rotation[0][1];
    float xz = (float) rotation[0][2];
    float yx = (float) rotation[1][0];
    float yy = (float) rotation[1][1];
    float yz = (float) rotation[1][2];
    float zx = (float) rotation[2][0];
    float zy = (float) rotation[2][1];
    float zz = (float) rotation[2][2];
    float centre = 0.5f * buffer.side() - 0.5f;
    float focal = FOCAL * buffer.side();
    float[] positions = mesh.positions();
    for (int vertex = 0; vertex < nearness.length; vertex++) {
      float x = positions[3 * vertex];
      float y = positions[3 * vertex + 1];
      float z = positions[3 * vertex + 2];
      float near = 1 / (DISTANCE - (zx * x + zy * y + zz * z));
      nearness[vertex] = near;
      screenX[vertex] = centre + focal * near * (xx * x + xy * y + xz * z);
      screenY[vertex] = centre - focal * near * (yx * x + yy * y + yz * z);
    }
  }

  private void shade(float x, float y, float z) {
    float[] normals = mesh.normals();
    for (int vertex = 0; vertex < brightness.length; vertex++) {
      float cosine =
          normals[3 * vertex] * x + normals[3 * vertex + 1] * y + normals[3 * vertex + 2] * z;
      brightness[vertex] = AMBIENT + DIFFUSE * Math.max(0f, cosine);
    }
  }

  /**
   * Fills a triangle whose highest vertex is a, so that b is on the left and c on the right.
   * Triangles seen from behind are left out, as the mesh has no holes; so are those on edge, whose
   * slopes mean nothing. Samples within the tolerance of an edge belong to both of its sides, so
   * that rounding leaves no gaps.
   */
  private void fill(int a, int b, int c) {
    float ax = screenX[a];
    float ay = screenY[a];
    float bx = screenX[b];
    float by = screenY[b];
    float cx = screenX[c];
    float cy = screenY[c];
    float area = (by - ay) * (cx - ax) - (bx - ax) * (cy - ay);
    if (!(area > LEAST_AREA)) {
      return;
    }
    float nearB = (nearness[b] - nearness[a]) / area;
    float nearC = (nearness[c] - nearness[a]) / area;
    float nearByX = (by - ay) * nearC - (cy - ay) * nearB;
    float nearByY = (cx - ax) * nearB - (bx - ax) * nearC;
    float brightB = (brightness[b] - brightness[a]) / area;
    float brightC = (brightness[c] - brightness[a]) / area;
    float brightByX = (by - ay) * brightC - (cy - ay) * brightB;
    float brightByY = (cx - ax) * brightB - (bx - ax) * brightC;

    float slopeAb = slope(ax, ay, bx, by);
    float slopeAc = slope(ax, ay, cx, cy);
    float slopeBc = slope(bx, by, cx, cy);
    int bottom = (int) Math.max(by, cy);
    for (int y = (int) Math.ceil(ay); y <= bottom; y++) {
      float left = y < by ? ax + (y - ay) * slopeAb : bx + (y - by) * slopeBc;
      float right = y < cy ? ax + (y - ay) * slopeAc : cx + (y - cy) * slopeBc;
      int first = (int) (left + 1 - TOLERANCE);
      float near = nearness[a] + (first - ax) * nearByX + (y - ay) * nearByY;
      float bright = brightness[a] + (first - ax) * brightByX + (y - ay) * brightByY;
      buffer.fill(y, first, (int) (right + TOLERANCE), near, nearByX, bright, brightByX);
    }
  }

  /** How x changes with y; 0 for a horizontal edge, which is left at once. */
  private static float slope(float fromX, float fromY, float toX, float toY) {
    return toY == fromY ? 0 : (toX - fromX) / (toY - fromY);
  }
}
