// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prior of codes and noise. */
class LatentSpaceTest {

  @Test
  void everyColumnIsUniform() {
    LatentSpace space = new LatentSpace(3, 2);
    int rows = 20_000;
    float[] latents = space.sample(rows, new SplittableRandom(1));
    assertEquals(rows * 5, latents.length);
    for (int column = 0; column < space.size(); column++) {
      double sum = 0;
      double squares = 0;
      float low = 1;
      float high = -1;
      for (int row = 0; row < rows; row++) {
        float value = latents[row * space.size() + column];
        sum += value;
        squares += value * value;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      assertTrue(low >= -1 && low < -0.99 && high <= 1 && high > 0.99, low + " to " + high);
      assertEquals(0, sum / rows, 0.02);
      assertEquals(1.0 / 3, squares / rows, 0.01);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "3, -1"})
  void impossibleSizesAreRefused(int numCodes, int noiseDim) {
    String message =
        assertThrows(InvalidInputException.class, () -> new LatentSpace(numCodes, noiseDim))
            .getMessage();
    assertTrue(message.contains(numCodes + " codes"), message);
  }
}
