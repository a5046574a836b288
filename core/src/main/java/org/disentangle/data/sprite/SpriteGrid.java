// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.Locale;
import org.disentangle.data.Factor;
import org.disentangle.error.InvalidInputException;

/**
 * The grid of all dSprites: 3 shapes x 6 scales x 40 orientations x 32 x 32 positions, position y
 * varying fastest. The index of a picture is the mixed-radix number of its factors, as in the
 * original data set (whose single colour adds nothing).
 */
public final class SpriteGrid {

  /** Pictures in the grid: 737,280. */
  public static final int SIZE = 3 * 6 * 40 * 32 * 32;

  private static final SpriteFactor[] FACTORS = SpriteFactor.values();

  private SpriteGrid() {}

  /**
   * The index of the picture with these factors.
   *
   * @param factors one index per {@link SpriteFactor}, in their order
   * @throws IllegalArgumentException for another number of factors or an index outside its factor
   */
  public static int index(int... factors) {
    if (factors.length != FACTORS.length) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "SpriteGrid: %d factors found; expected %d (%s)",
              factors.length,
              FACTORS.length,
              Factor.ids(SpriteFactor.ALL)),
          "The colour is not a factor.");
    }
    int index = 0;
    for (SpriteFactor factor : FACTORS) {
      int value = factors[factor.ordinal()];
      if (value < 0 || value >= factor.count()) {
        throw InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "SpriteGrid: factor %s is %d; expected 0 to %d",
                factor.id(),
                value,
                factor.count() - 1),
            "Indices count from 0.");
      }
      index = index * factor.count() + value;
    }
    return index;
  }

  /**
   * The factors of the picture with this index, one per {@link SpriteFactor}.
   *
   * @throws IllegalArgumentException if the index is not from 0 to {@link #SIZE} - 1
   */
  public static int[] factors(int index) {
    if (index < 0 || index >= SIZE) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "SpriteGrid: index %d found; expected 0 to %d", index, SIZE - 1));
    }
    int[] factors = new int[FACTORS.length];
    int rest = index;
    for (int i = FACTORS.length - 1; i >= 0; i--) {
      factors[i] = rest % FACTORS[i].count();
      rest /= FACTORS[i].count();
    }
    return factors;
  }
}
