// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.disc;

import java.util.Arrays;
import org.disentangle.data.FactorRenderer;
import org.disentangle.image.ImageShape;

/**
 * Draws the pictures of CdSprites: a white disc, 11 pixels across, on black, 64 x 64 pixels, no
 * anti-aliasing. The middle pixel of the disc is (32 + radius cos angle, 32 + radius sin angle),
 * rounded down, counted from 0 at the upper left.
 *
 * <p>These are the pictures that the original program draws with Pillow 12, except for 17: straight
 * up (angle 30), from radius 10 on, the rounding of its cosine stretches the disc by a pixel to the
 * left; here it stays round.
 */
public final class DiscRenderer implements FactorRenderer {

  private static final int SIZE = 64;
  private static final int REACH = 5;

  /** A pixel belongs to a disc if its centre is not further than this from the disc's. */
  private static final double DISC_RADIUS = REACH + 0.5;

  /** Rounding of sine and cosine must not move a disc that is on a whole pixel. */
  private static final double ROUNDING = 1e-9;

  @Override
  public ImageShape shape() {
    return new ImageShape(1, SIZE, SIZE);
  }

  /**
   * Draws one picture into an array that is used again.
   *
   * @param factors one index per {@link DiscFactor}
   * @param pixels 64 x 64 values, rows from the top, each 0 or 1; overwritten
   */
  @Override
  public void render(int[] factors, float[] pixels) {
    double angle = DiscFactor.ANGLE.value(factors[0]);
    double radius = DiscFactor.RADIUS.value(factors[1]);
    int column = middle(radius * StrictMath.cos(angle));
    int row = middle(radius * StrictMath.sin(angle));
    Arrays.fill(pixels, 0f);
    for (int up = -REACH; up <= REACH; up++) {
      int half = (int) Math.sqrt(DISC_RADIUS * DISC_RADIUS - up * up);
      int start = (row + up) * SIZE + column;
      Arrays.fill(pixels, start - half, start + half + 1, 1f);
    }
  }

  private static int middle(double offset) {
    return (int) Math.floor(SIZE / 2 + offset + ROUNDING);
  }
}
