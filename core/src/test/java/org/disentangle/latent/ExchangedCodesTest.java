// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class ExchangedCodesTest {

  private static final LatentSpace SPACE = new LatentSpace(4, 3);

  @Test
  void twoCodesAreAtOppositeEndsAndAllElseIsEqual() {
    SplittableRandom random = new SplittableRandom(3);
    for (int draw = 0; draw < 500; draw++) {
      ExchangedCodes pair = ExchangedCodes.sample(SPACE, random);
      assertNotEquals(pair.a(), pair.b());
      for (int i = 0; i < SPACE.size(); i++) {
        float first = i == pair.a() ? -1 : i == pair.b() ? 1 : pair.second()[i];
        float second = i == pair.a() ? 1 : i == pair.b() ? -1 : pair.first()[i];
        assertEquals(first, pair.first()[i]);
        assertEquals(second, pair.second()[i]);
      }
    }
  }

  @Test
  void everyOrderedPairOfCodesIsEquallyLikely() {
    SplittableRandom random = new SplittableRandom(4);
    int[][] counts = new int[4][4];
    for (int draw = 0; draw < 12_000; draw++) {
      ExchangedCodes pair = ExchangedCodes.sample(SPACE, random);
      counts[pair.a()][pair.b()]++;
    }
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        assertEquals(a == b ? 0 : 1000, counts[a][b], a == b ? 0 : 150);
      }
    }
  }

  @Test
  void equalSeedsGiveEqualPairs() {
    assertArrayEquals(
        ExchangedCodes.sample(SPACE, new SplittableRandom(5)).first(),
        ExchangedCodes.sample(SPACE, new SplittableRandom(5)).first());
  }

  @Test
  void oneCodeIsRefused() {
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> ExchangedCodes.sample(new LatentSpace(1, 3), new SplittableRandom(5)))
            .getMessage();
    assertTrue(message.contains("found 1"), message);
  }
}
