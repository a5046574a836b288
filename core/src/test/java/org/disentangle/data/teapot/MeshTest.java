// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;

class MeshTest {

  private static final int ROWS = 4;
  private static final int COLUMNS = 6;
  private static final int CORNERS_PER_PATCH = ROWS * COLUMNS * 6;
  private static final int HANDLE_FROM = 28;
  private static final int HANDLE_END = 32;
  private static final Mesh TEAPOT = Mesh.of(NewellTeapot.patches(), ROWS, COLUMNS);

  @Test
  void theMeshJustFitsTheUnitSphere() {
    double reach = 0;
    for (int vertex = 0; vertex < TEAPOT.vertices(); vertex++) {
      reach = Math.max(reach, vector(TEAPOT.positions(), vertex).getNorm());
      assertEquals(1, vector(TEAPOT.normals(), vertex).getNorm(), 1e-6);
    }
    assertEquals(1, reach, 1e-6);
  }

  @Test
  void trianglesFaceTheWayTheirNormalsPoint() {
    int agreeing = 0;
    int proper = 0;
    for (int i = 0; i < TEAPOT.triangles().length; i += 3) {
      Vector3D cross = cross(i);
      if (cross.getNorm() > 1e-9) {
        proper++;
        Vector3D normal = vector(TEAPOT.normals(), TEAPOT.triangles()[i]);
        agreeing += cross.normalize().dotProduct(normal) > 0.3 ? 1 : 0;
      }
    }
    assertTrue(agreeing > 0.98 * proper, agreeing + " of " + proper);
  }

  @Test
  void normalsOfTheBodyPointAwayFromItsAxis() {
    int upperBody = 16 * (ROWS + 1) * (COLUMNS + 1);
    int end = 24 * (ROWS + 1) * (COLUMNS + 1);
    for (int vertex = upperBody; vertex < end; vertex++) {
      Vector3D normal = vector(TEAPOT.normals(), vertex);
      Vector3D place = vector(TEAPOT.positions(), vertex);
      // The axis of the body is not in the middle of the bounding box.
      double fromAxis = place.getX() - axis();
      assertTrue(normal.getX() * fromAxis + normal.getY() * place.getY() > -1e-6);
    }
  }

  @Test
  void theHandleIsSeenOnlyWhereTheBodyDoesNotHideIt() {
    int[] all = TEAPOT.triangles();
    int[] without =
        IntStream.range(0, all.length)
            .filter(i -> i < HANDLE_FROM * CORNERS_PER_PATCH || i >= HANDLE_END * CORNERS_PER_PATCH)
            .map(i -> all[i])
            .toArray();
    Mesh broken = new Mesh(TEAPOT.positions(), TEAPOT.normals(), without);
    double spoutInFront = 3 * Math.PI / 2;
    assertArrayEquals(draw(TEAPOT, spoutInFront), draw(broken, spoutInFront));
    assertFalse(Arrays.equals(draw(TEAPOT, Math.PI / 2), draw(broken, Math.PI / 2)));
    assertFalse(Arrays.equals(draw(TEAPOT, 0), draw(broken, 0)));
  }

  @Test
  void theOrderOfTheTrianglesDoesNotMatter() {
    int[] all = TEAPOT.triangles();
    int[] reversed = new int[all.length];
    for (int i = 0; i < all.length; i += 3) {
      System.arraycopy(all, i, reversed, all.length - 3 - i, 3);
    }
    Mesh backwards = new Mesh(TEAPOT.positions(), TEAPOT.normals(), reversed);
    assertArrayEquals(draw(TEAPOT, 0.5), draw(backwards, 0.5), 0.02f);
  }

  private static float[] draw(Mesh mesh, double azimuth) {
    SampleBuffer buffer = new SampleBuffer(64);
    TeapotScene scene = TeapotVariant.STANDARD.scene(new double[] {azimuth, 0, 0, 0, 0});
    new Rasterizer(mesh, buffer).draw(scene.rotation().getMatrix(), scene.light());
    float[] planes = new float[3 * 64 * 64];
    buffer.average(new float[] {.3f, .5f, .7f}, planes);
    return planes;
  }

  private static double axis() {
    // The first vertex is the top of the knob.
    return TEAPOT.positions()[0];
  }

  private static Vector3D cross(int corner) {
    Vector3D a = vector(TEAPOT.positions(), TEAPOT.triangles()[corner]);
    Vector3D b = vector(TEAPOT.positions(), TEAPOT.triangles()[corner + 1]);
    Vector3D c = vector(TEAPOT.positions(), TEAPOT.triangles()[corner + 2]);
    return b.subtract(a).crossProduct(c.subtract(a));
  }

  private static Vector3D vector(float[] values, int vertex) {
    return new Vector3D(values[3 * vertex], values[3 * vertex + 1], values[3 * vertex + 2]);
  }
}
