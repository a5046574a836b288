// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpriteRendererTest {

  private static final int[] SQUARE = {100, 144, 196, 256, 324, 400};
  private static final int[] ELLIPSE = {76, 104, 144, 184, 228, 288};
  private static final int[] HEART = {58, 84, 108, 140, 182, 222};

  private final SpriteRenderer renderer = new SpriteRenderer(64);

  @Test
  void unturnedShapesHaveThePixelCountsOfTheDataSet() {
    for (int scale = 0; scale < 6; scale++) {
      assertEquals(SQUARE[scale], count(render(0, scale, 0, 0, 0)), "square " + scale);
      assertEquals(ELLIPSE[scale], count(render(1, scale, 0, 0, 0)), 4, "ellipse " + scale);
      assertEquals(HEART[scale], count(render(2, scale, 0, 0, 0)), 6, "heart " + scale);
    }
  }

  @Test
  void unturnedSquareIsExactlyWhereItShouldBe() {
    float[] pixels = render(0, 5, 0, 0, 31);
    for (int row = 0; row < 64; row++) {
      for (int column = 0; column < 64; column++) {
        boolean inside = Math.abs(column + .5 - 16) <= 9.6 && Math.abs(row + .5 - 48) <= 9.6;
        assertEquals(inside ? 1f : 0f, pixels[row * 64 + column]);
      }
    }
  }

  @Test
  void turnedSquareAndEllipseAgreeWithThePointwiseDefinition() {
    for (int orientation = 0; orientation < 40; orientation += 3) {
      double angle = 2 * Math.PI * orientation / 39;
      float[] square = render(0, 3, orientation, 7, 22);
      float[] ellipse = render(1, 3, orientation, 7, 22);
      for (int i = 0; i < 64 * 64; i++) {
        double x = i % 64 + .5 - 16 - 32 * 7 / 31.0;
        double y = i / 64 + .5 - 16 - 32 * 22 / 31.0;
        double u = (x * Math.cos(angle) - y * Math.sin(angle)) / .8;
        double v = (x * Math.sin(angle) + y * Math.cos(angle)) / .8;
        boolean inSquare = Math.max(Math.abs(u), Math.abs(v)) <= 9.6;
        boolean inEllipse = u * u / (12.75 * 12.75) + v * v / (7.25 * 7.25) <= 1;
        assertEquals(inSquare, square[i] == 1f, "square, orientation " + orientation);
        assertEquals(inEllipse, ellipse[i] == 1f, "ellipse, orientation " + orientation);
      }
    }
  }

  @Test
  void theHeartHasItsTipBelowAndItsNotchAbove() {
    float[] heart = render(2, 5, 0, 0, 0);
    assertTrue(on(heart, 0, 7), "the tip");
    assertTrue(!on(heart, 0, -8), "the notch");
    assertTrue(on(heart, -5, -8) && on(heart, 4, -8), "the two lobes");
  }

  @Test
  void turningIsCounterClockwiseOnTheScreen() {
    float[] heart = render(2, 5, 10, 0, 0);
    assertTrue(on(heart, 8, -1), "the tip points right after a quarter turn");
    assertTrue(!on(heart, -8, 0), "the notch is on the left");
    float[] ellipse = render(1, 5, 5, 0, 0);
    assertTrue(on(ellipse, 7, -8) && on(ellipse, -8, 7), "from lower left to upper right");
    assertTrue(!on(ellipse, 7, 7) && !on(ellipse, -8, -8));
  }

  @Test
  void aWholeTurnGivesTheSamePicture() {
    for (int shape = 0; shape < 3; shape++) {
      assertArrayEquals(render(shape, 2, 0, 3, 4), render(shape, 2, 39, 3, 4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48})
  void otherSizesScaleTheGeometry(int size) {
    SpriteRenderer small = new SpriteRenderer(size);
    double ratio = size * size / 4096.0;
    for (int shape = 0; shape < 3; shape++) {
      int index = SpriteGrid.index(shape, 5, 4, 10, 20);
      assertEquals(count(renderer.render(index)) * ratio, count(small.render(index)), 8);
    }
  }

  @Test
  void theOrderOfPicturesDoesNotMatter() {
    float[] alone = new SpriteRenderer(64).render(SpriteGrid.index(2, 1, 30, 5, 6));
    render(1, 1, 30, 5, 6);
    assertArrayEquals(alone, render(2, 1, 30, 5, 6));
  }

  private float[] render(int... factors) {
    return renderer.render(SpriteGrid.index(factors));
  }

  /** The pixel at an offset from the centre of a shape at position 0, 0. */
  private static boolean on(float[] pixels, int x, int y) {
    return pixels[(16 + y) * 64 + 16 + x] == 1f;
  }

  private static int count(float[] pixels) {
    int on = 0;
    for (float pixel : pixels) {
      assertTrue(pixel == 0f || pixel == 1f);
      on += (int) pixel;
    }
    return on;
  }
}
