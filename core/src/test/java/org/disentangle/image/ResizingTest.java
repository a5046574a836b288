// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizingTest {

  @Test
  void bilinearCountsEveryPixelWhenAnImageShrinks() {
    float[] weights = {1, 3, 5, 7, 7, 5, 3, 1};
    for (int lit = 0; lit < 8; lit++) {
      float[] line = new float[16];
      line[2 + lit] = 1;
      float middle = line(line, 4, Interpolation.BILINEAR)[1];
      assertEquals(weights[lit] / 32, middle, 1e-7f);
    }
    float[] border = new float[16];
    border[0] = 1;
    assertEquals(5 / 28f, line(border, 4, Interpolation.BILINEAR)[0], 1e-7f);
  }

  @Test
  void bilinearGrowsWithCentresAtHalves() {
    assertArrayEquals(
        new float[] {0, 0.25f, 0.75f, 1},
        line(new float[] {0, 1}, 4, Interpolation.BILINEAR),
        1e-7f);
  }

  @Test
  void areaIsTheMeanOfWhatItCovers() {
    float[] line = {0, 1, 0.5f, 0.25f};
    assertArrayEquals(new float[] {0.5f, 0.375f}, line(line, 2, Interpolation.AREA));
    float third = (0 * 1f + 1 / 3f * 1f) / (4 / 3f);
    assertEquals(third, line(line, 3, Interpolation.AREA)[0], 1e-7f);
  }

  @Test
  void nearestTakesThePixelUnderTheCentre() {
    float[] line = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f};
    assertArrayEquals(new float[] {0.1f, 0.3f, 0.5f}, line(line, 3, Interpolation.NEAREST));
    assertArrayEquals(
        new float[] {0, 0, 0.1f, 0.1f}, line(new float[] {0, 0.1f}, 4, Interpolation.NEAREST));
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void rowsColumnsAndChannelsStayApart(Interpolation interpolation) {
    ImageShape shape = new ImageShape(3, 6, 9);
    float[] planes = new float[shape.size()];
    for (int channel = 0; channel < 3; channel++) {
      for (int row = 0; row < 6; row++) {
        Arrays.fill(
            planes,
            (channel * 6 + row) * 9,
            (channel * 6 + row + 1) * 9,
            channel * 0.3f + row / 3 * 0.1f);
      }
    }
    PlanarImage small =
        new Resizing(2, 3, Interpolation.AREA).apply(new PlanarImage(shape, planes));
    assertEquals(new ImageShape(3, 2, 3), small.shape());
    assertArrayEquals(
        new float[] {
          0, 0, 0, 0.1f, 0.1f, 0.1f, 0.3f, 0.3f, 0.3f, 0.4f, 0.4f, 0.4f, 0.6f, 0.6f, 0.6f, 0.7f,
          0.7f, 0.7f
        },
        small.values(),
        1e-6f);
    float[] white = new float[shape.size()];
    Arrays.fill(white, 1);
    PlanarImage resized = new Resizing(5, 13, interpolation).apply(new PlanarImage(shape, white));
    for (float value : resized.values()) {
      assertEquals(1f, value);
    }
  }

  @Test
  void theCentreOfACelebritysPicture() {
    ImageShape shape = new ImageShape(3, 218, 178);
    float[] planes = new float[shape.size()];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = i / (float) planes.length;
    }
    PlanarImage centre = new PlanarImage(shape, planes).centreCrop(128);
    assertEquals(planes[45 * 178 + 25], centre.values()[0]);
    assertEquals(planes[(2 * 218 + 172) * 178 + 152], centre.values()[3 * 128 * 128 - 1]);
    assertThrows(
        IllegalArgumentException.class, () -> new PlanarImage(shape, planes).centreCrop(179));
  }

  @Test
  void greyIsLumaAndRgbRepeatsGrey() {
    PlanarImage colours =
        new PlanarImage(new ImageShape(3, 1, 4), new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1});
    assertArrayEquals(
        new float[] {0.299f, 0.587f, 0.114f, 1}, ColourMode.GREY.apply(colours).values(), 1e-7f);
    PlanarImage grey = new PlanarImage(new ImageShape(1, 1, 2), new float[] {0.5f, 0.25f});
    assertArrayEquals(
        new float[] {0.5f, 0.25f, 0.5f, 0.25f, 0.5f, 0.25f}, ColourMode.RGB.apply(grey).values());
    assertSame(grey, ColourMode.GREY.apply(grey));
    assertSame(colours, ColourMode.RGB.apply(colours));
    assertSame(colours, ColourMode.KEEP.apply(colours));
  }

  private static float[] line(float[] values, int width, Interpolation interpolation) {
    PlanarImage image = new PlanarImage(new ImageShape(1, 1, values.length), values);
    return new Resizing(1, width, interpolation).apply(image).values();
  }
}
