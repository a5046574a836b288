// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeapotRendererTest {

  private static final int SIZE = 64;
  private static final int PLANE = SIZE * SIZE;
  private static final double ABOVE = Math.PI / 2;

  @ParameterizedTest
  @EnumSource(TeapotVariant.class)
  void everyPictureIsWholeAndOnWhite(TeapotVariant variant) {
    TeapotDraws draws = new TeapotDraws(variant, Map.of(), 0, 1);
    for (int row = 0; row < 300; row++) {
      float[] planes = render(variant, draws.factors(row));
      int ink = 0;
      for (int i = 0; i < planes.length; i++) {
        assertTrue(planes[i] >= 0 && planes[i] <= 1);
        int x = i % SIZE;
        int y = i / SIZE % SIZE;
        if (x == 0 || y == 0 || x == SIZE - 1 || y == SIZE - 1) {
          assertEquals(1f, planes[i]);
        }
        ink += planes[i] < 1 ? 1 : 0;
      }
      assertTrue(ink > 600, "row " + row + ": " + ink);
    }
  }

  @Test
  void halfATurnMirrorsTheSideView() {
    float[] right = black(0, 0);
    float[] left = black(Math.PI, 0);
    double difference = 0;
    for (int i = 0; i < PLANE; i++) {
      int mirrored = i / SIZE * SIZE + SIZE - 1 - i % SIZE;
      difference += Math.abs(right[i] - left[mirrored]);
    }
    assertEquals(0, difference / ink(right), 0.01);
  }

  @Test
  void atAzimuthZeroTheSpoutIsOnTheRight() {
    float[] planes = black(0, 0);
    // The tip of the spout is higher than the handle is where it is farthest out.
    assertTrue(meanRow(planes, SIZE - 6) < meanRow(planes, 5) - 3);
    float[] handleInFront = black(Math.PI / 2, 0.7);
    float[] spoutInFront = black(3 * Math.PI / 2, 0.7);
    assertTrue(topRow(handleInFront) < topRow(spoutInFront) - 2);
  }

  @Test
  void fromAboveTheBodyIsRound() {
    float[] side = black(0, 0);
    float[] above = black(0, ABOVE);
    assertEquals(4 / 3.15, rows(above) / (double) rows(side), 0.2);
    assertTrue(ink(above) > ink(side));
    // From there the azimuth turns the picture.
    float[] turned = black(Math.PI / 2, ABOVE);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        assertEquals(above[y * SIZE + x], turned[(SIZE - 1 - x) * SIZE + y], 0.2f);
      }
    }
  }

  @Test
  void theColourScalesItsChannelAlone() {
    float[] planes = render(TeapotVariant.STANDARD, 1, .5, .6, .3, 0);
    int lit = 0;
    for (int i = 0; i < PLANE; i++) {
      float uncovered = planes[2 * PLANE + i];
      float red = planes[i] - uncovered;
      float green = planes[PLANE + i] - uncovered;
      assertEquals(red, 2 * green, 1e-5f);
      assertTrue(red >= 0.5f * 0.6f * (1 - uncovered) - 1e-5f);
      assertTrue(red <= 1.4f * 0.6f * (1 - uncovered) + 1e-5f);
      lit += red > 1.3f * 0.6f ? 1 : 0;
    }
    assertTrue(lit > 100, "lit from above: " + lit);
  }

  @Test
  void brightColoursStopAtWhite() {
    float[] planes = render(TeapotVariant.STANDARD, 1, ABOVE, 1, 1, 1);
    assertTrue(IntStream.range(0, PLANE).filter(i -> planes[i] == 1f).count() > PLANE / 2);
  }

  @Test
  void surfacesFacingUpAreTheBrightest() {
    float[] planes = render(TeapotVariant.STANDARD, 0, 0, .6, .6, .6);
    assertTrue(planes[30 * SIZE + 32] > planes[45 * SIZE + 32] + 0.1f);
  }

  @Test
  void turningUprightIsAzimuth() {
    float[] expected = render(TeapotVariant.STANDARD, 1.2, 0, .3, .5, .9);
    assertArrayEquals(expected, render(TeapotVariant.ROTATION, 1.2, 0, 0), 1e-3f);
    assertArrayEquals(expected, render(TeapotVariant.ROTATION, 0.7, 0, 0.5), 1e-3f);
    assertArrayEquals(expected, render(TeapotVariant.LIGHT, 0.7, 0, 0.5, 2, 0), 1e-3f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 4})
  void tiltedTowardsTheCameraSpinTurnsThePicture(double spin) {
    float[] above = render(TeapotVariant.STANDARD, spin, ABOVE, 0, 0, 0);
    float[] tilted = render(TeapotVariant.ROTATION, 0, Math.PI / 2, spin);
    for (int i = 0; i < PLANE; i++) {
      assertEquals(above[i] < 1, tilted[i] < 1);
    }
  }

  @Test
  void theLightComesFromItsSide() {
    float[] fromRight = render(TeapotVariant.LIGHT, 0, 0, 0, 0, Math.PI / 2);
    float[] fromLeft = render(TeapotVariant.LIGHT, 0, 0, 0, Math.PI, Math.PI / 2);
    int left = 36 * SIZE + 21;
    int right = 36 * SIZE + 42;
    assertTrue(fromRight[right] > fromRight[left] + 0.05f);
    assertTrue(fromLeft[left] > fromLeft[right] + 0.05f);
  }

  @Test
  void sizesShowTheSamePicture() {
    float[] small = black(0.8, 0.5);
    float[] large = new float[3 * 128 * 128];
    new TeapotRenderer(128).render(TeapotVariant.STANDARD, new double[] {0.8, 0.5, 0, 0, 0}, large);
    double difference = 0;
    for (int i = 0; i < PLANE; i++) {
      int first = i / SIZE * 2 * 128 + i % SIZE * 2;
      float mean = (large[first] + large[first + 1] + large[first + 128] + large[first + 129]) / 4;
      difference += Math.abs(mean - small[i]);
    }
    assertEquals(0, difference / ink(small), 0.02);
  }

  private static float[] black(double azimuth, double elevation) {
    return render(TeapotVariant.STANDARD, azimuth, elevation, 0, 0, 0);
  }

  private static float[] render(TeapotVariant variant, double... factors) {
    float[] planes = new float[3 * PLANE];
    new TeapotRenderer(SIZE).render(variant, factors, planes);
    return planes;
  }

  private static double ink(float[] planes) {
    return IntStream.range(0, PLANE).mapToDouble(i -> 1 - planes[i]).sum();
  }

  private static double meanRow(float[] planes, int column) {
    return IntStream.range(0, SIZE)
        .filter(y -> planes[y * SIZE + column] < 1)
        .average()
        .orElseThrow();
  }

  private static int topRow(float[] planes) {
    return IntStream.range(0, PLANE).filter(i -> planes[i] < 0.5f).findFirst().orElseThrow() / SIZE;
  }

  private static long rows(float[] planes) {
    return IntStream.range(0, PLANE)
        .filter(i -> planes[i] < 0.5f)
        .map(i -> i / SIZE)
        .distinct()
        .count();
  }
}
