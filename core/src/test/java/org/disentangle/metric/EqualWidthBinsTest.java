// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EqualWidthBinsTest {

  @Test
  void closedOnTheLeftAndTheMaximumInTheLast() {
    assertArrayEquals(
        new int[] {0, 0, 1, 2, 3, 3}, EqualWidthBins.of(new double[] {0, 0.5, 1, 2, 3, 4}, 4));
  }

  @Test
  void equalValuesFallInOneBin() {
    assertArrayEquals(new int[3], EqualWidthBins.of(new double[] {0.1, 0.1, 0.1}, 20));
  }

  /** Each value falls in the bin of the last edge that is not above it. */
  @Test
  void agreesWithTheEdgesThemselves() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      double scale = Math.pow(10, random.nextInt(-12, 12));
      int levels = random.nextInt(2, 400);
      double[] values =
          IntStream.range(0, 300)
              .mapToDouble(i -> scale * (random.nextInt(levels) / (double) levels - 0.3))
              .toArray();
      int[] bins = EqualWidthBins.of(values, 20);
      double min = IntStream.range(0, 300).mapToDouble(i -> values[i]).min().getAsDouble();
      double max = IntStream.range(0, 300).mapToDouble(i -> values[i]).max().getAsDouble();
      double width = (max - min) / 20;
      for (int row = 0; row < values.length; row++) {
        double value = values[row];
        long edges = IntStream.range(0, 20).filter(i -> i * width + min <= value).count();
        assertEquals(edges - 1, bins[row]);
      }
    }
  }

  @Test
  void aRangeBeyondDoubleIsRefused() {
    double[] values = {-Double.MAX_VALUE, Double.MAX_VALUE};
    assertThrows(IllegalArgumentException.class, () -> EqualWidthBins.of(values, 20));
  }
}
