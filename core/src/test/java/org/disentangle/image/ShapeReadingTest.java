// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShapeReadingTest {

  private static PlanarImage square(int channels, int side, int left, int top, float light) {
    ImageShape shape = new ImageShape(channels, 12, 10);
    float[] values = new float[shape.size()];
    for (int channel = 0; channel < channels; channel++) {
      for (int row = top; row < top + side; row++) {
        int at = (channel * 12 + row) * 10 + left;
        Arrays.fill(values, at, at + side, light);
      }
    }
    return new PlanarImage(shape, values);
  }

  @Test
  void aSquareHasItsSideAndItsCentre() {
    assertArrayEquals(new double[] {4, 3.5, 7.5}, ShapeReading.of(square(1, 4, 2, 6, 1)), 1e-6);
    assertArrayEquals(new double[] {4, 3.5, 7.5}, ShapeReading.of(square(3, 4, 2, 6, 1)), 1e-5);
    assertArrayEquals(new double[] {3, 1, 1}, ShapeReading.of(square(1, 3, 0, 0, 1)), 1e-6);
  }

  @Test
  void whereThereIsNoObjectNothingIsRead() {
    double[] read = ShapeReading.of(square(1, 9, 0, 0, 0.01f));
    assertTrue(Arrays.stream(read).allMatch(Double::isNaN), () -> Arrays.toString(read));
  }
}
