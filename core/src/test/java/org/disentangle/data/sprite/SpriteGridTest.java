// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class SpriteGridTest {

  @Test
  void everyFactorHasItsBase() {
    assertEquals(737_280, SpriteGrid.SIZE);
    assertEquals(245_760, SpriteGrid.index(1, 0, 0, 0, 0));
    assertEquals(40_960, SpriteGrid.index(0, 1, 0, 0, 0));
    assertEquals(1_024, SpriteGrid.index(0, 0, 1, 0, 0));
    assertEquals(32, SpriteGrid.index(0, 0, 0, 1, 0));
    assertEquals(1, SpriteGrid.index(0, 0, 0, 0, 1));
  }

  @Test
  void factorsAreTheInverseOfIndex() {
    for (int index = 0; index < SpriteGrid.SIZE; index += 17) {
      assertEquals(index, SpriteGrid.index(SpriteGrid.factors(index)));
    }
    assertArrayEquals(new int[] {2, 5, 39, 31, 31}, SpriteGrid.factors(SpriteGrid.SIZE - 1));
  }

  @Test
  void realValuesAreThoseOfTheDataSet() {
    assertEquals(3.0, SpriteFactor.SHAPE.value(2));
    assertEquals(0.5, SpriteFactor.SCALE.value(0));
    assertEquals(1.0, SpriteFactor.SCALE.value(5));
    assertEquals(2 * Math.PI, SpriteFactor.ORIENTATION.value(39));
    assertEquals(1.0, SpriteFactor.POS_X.value(31));
    assertEquals(0.0, SpriteFactor.POS_Y.value(0));
  }

  @Test
  void outsideTheGridIsRefused() {
    assertRefused("index 737280", () -> SpriteGrid.factors(SpriteGrid.SIZE));
    assertRefused("index -1", () -> SpriteGrid.factors(-1));
    assertRefused("factor shape is 3", () -> SpriteGrid.index(3, 0, 0, 0, 0));
    assertRefused("6 factors", () -> SpriteGrid.index(0, 0, 0, 0, 0, 0));
  }

  private static void assertRefused(String part, Runnable call) {
    String message = assertThrows(InvalidInputException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
