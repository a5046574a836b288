// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.disentangle.net.TinyNetworks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fold against the sum it stands for. */
class FoldedTransposeTest {

  @ParameterizedTest(name = "{0} maps of {1} x {2}, blocks of {3}")
  @CsvSource({
    "1,1,1,16", "1,1,4,16", "2,3,1,16", "3,2,5,16", "2,8,8,16",
    "1,1,1,8", "1,1,4,8", "2,3,1,8", "3,2,5,8", "2,8,8,8"
  })
  void foldSumsTapsWhereTheyOverlap(int maps, int height, int width, int block) {
    float[] taps = TinyNetworks.pixels(7, maps * height * width * 16);
    float[] expected = new float[maps * 4 * height * width];
    for (int map = 0; map < maps; map++) {
      for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
          for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
              int y = 2 * i - 1 + a;
              int x = 2 * j - 1 + b;
              if (y >= 0 && y < 2 * height && x >= 0 && x < 2 * width) {
                expected[(map * 2 * height + y) * 2 * width + x] +=
                    taps[at(map, i, j, 4 * a + b, height, width, block)];
              }
            }
          }
        }
      }
    }
    float[] actual = new float[expected.length];
    Arrays.fill(actual, Float.NaN);
    FoldedTranspose.fold(taps, actual, maps, height, width, block);
    assertArrayEquals(expected, actual, 1e-6f);
  }

  private static int at(int map, int i, int j, int tap, int height, int width, int block) {
    int position = ((map * (16 / block) + tap / block) * height + i) * width + j;
    return position * block + tap % block;
  }
}
