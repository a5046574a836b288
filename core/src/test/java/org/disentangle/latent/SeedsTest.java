// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Streams that follow from one seed. */
class SeedsTest {

  @Test
  void everyCoordinateNamesAnotherStream() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = -3; seed < 3; seed++) {
      for (long round = -10; round < 20; round++) {
        for (long worker = -10; worker < 20; worker++) {
          seeds.add(Seeds.mix(seed, round, worker));
        }
        seeds.add(Seeds.mix(seed, round));
      }
      seeds.add(Seeds.mix(seed));
    }
    assertEquals(6 * (30 * 30 + 30 + 1), seeds.size());
  }

  @Test
  void orderOfCoordinatesMatters() {
    assertNotEquals(Seeds.mix(1, 2, 3), Seeds.mix(1, 3, 2));
    assertNotEquals(Seeds.mix(1, 2), Seeds.mix(2, 1));
    assertNotEquals(Seeds.mix(0), Seeds.mix(0, 0));
  }

  @Test
  void neighbouringStreamsAreUncorrelated() {
    int draws = 20_000;
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      double a = new SplittableRandom(Seeds.mix(7, i)).nextDouble() - 0.5;
      double b = new SplittableRandom(Seeds.mix(7, i + 1)).nextDouble() - 0.5;
      sum += a * b * 12;
    }
    assertEquals(0, sum / draws, 0.03);
  }

  @Test
  void valuesNeverChange() {
    assertEquals(-4767286540954276203L, Seeds.mix(42));
    assertEquals(-8687322036215305794L, Seeds.mix(42, 1, 2));
  }
}
