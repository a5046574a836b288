// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.Arrays;
import org.disentangle.data.FactorRenderer;
import org.disentangle.image.ImageShape;

/**
 * Draws the pictures of {@link SpriteGrid} from their geometry: one white shape on black, no
 * anti-aliasing. A pixel is on if its centre is inside the shape.
 *
 * <p>At 64 pixels: the square has side 19.2 times the scale; the ellipse has semi-axes 12.75
 * (horizontal when not turned) and 7.25 times the scale; the heart, tip down when not turned, is
 * 19.2 times the scale high and wide. Centres are (16 + 32 posX, 16 + 32 posY) from the upper left
 * corner. Other sizes scale all lengths. Compared with frames of the original data set the square
 * is exact, and ellipse and heart differ by about one and three pixels a picture.
 *
 * <p>Fastest for neighbouring indices, which share their shape, scale and orientation. Not
 * thread-safe.
 */
public final class SpriteRenderer implements FactorRenderer {

  private static final double ORIGINAL_SIZE = 64;
  private static final int DISTINCT_ANGLES = SpriteFactor.ORIENTATION.count() - 1;
  private static final Outline[] SHAPES = {
    PolygonOutline.rectangle(9.6, 9.6), EllipseOutline.upright(12.75, 7.25), heart()
  };

  private final int imageSize;
  private final double[] crossings = new double[Outline.MOST_CROSSINGS];
  private int[] placedFactors = {-1, -1, -1};
  private Outline placed;

  /**
   * A renderer of square pictures.
   *
   * @param imageSize height and width in pixels, at least 1; 64 is the original
   */
  public SpriteRenderer(int imageSize) {
    this.imageSize = imageSize;
  }

  /** One channel, square. */
  @Override
  public ImageShape shape() {
    return new ImageShape(1, imageSize, imageSize);
  }

  /**
   * Draws one picture.
   *
   * @param index from 0 to {@link SpriteGrid#SIZE} - 1
   * @return imageSize x imageSize values, rows from the top, each 0 or 1
   */
  public float[] render(int index) {
    float[] pixels = new float[imageSize * imageSize];
    render(SpriteGrid.factors(index), pixels);
    return pixels;
  }

  /**
   * Draws one picture into an array that is used again.
   *
   * @param factors one index per {@link SpriteFactor}
   * @param pixels imageSize x imageSize values, overwritten
   */
  @Override
  public void render(int[] factors, float[] pixels) {
    Outline outline = outline(factors);
    double centreX = centre(SpriteFactor.POS_X, factors);
    double centreY = centre(SpriteFactor.POS_Y, factors);
    Arrays.fill(pixels, 0f);
    int firstRow = firstCentreFrom(centreY - outline.reach());
    int endRow = firstCentreFrom(centreY + outline.reach());
    for (int row = firstRow; row < endRow; row++) {
      int count = outline.crossings(row + 0.5 - centreY, crossings);
      for (int i = 0; i < count; i += 2) {
        int from = firstCentreFrom(centreX + crossings[i]);
        int to = firstCentreFrom(centreX + crossings[i + 1]);
        Arrays.fill(pixels, row * imageSize + from, row * imageSize + to, 1f);
      }
    }
  }

  private Outline outline(int[] factors) {
    int[] wanted = Arrays.copyOf(factors, placedFactors.length);
    if (!Arrays.equals(wanted, placedFactors)) {
      double scale = SpriteFactor.SCALE.value(factors[1]) * imageSize / ORIGINAL_SIZE;
      double angle = SpriteFactor.ORIENTATION.value(factors[2] % DISTINCT_ANGLES);
      placed = SHAPES[factors[0]].placed(scale, angle);
      placedFactors = wanted;
    }
    return placed;
  }

  private double centre(SpriteFactor axis, int[] factors) {
    return imageSize * (0.25 + 0.5 * axis.value(factors[axis.ordinal()]));
  }

  /** The first pixel whose centre is not before this coordinate. */
  private static int firstCentreFrom(double coordinate) {
    return (int) Math.ceil(coordinate - 0.5);
  }

  /** The right half of the heart at scale 1, from the notch over the top to the tip. */
  private static Outline heart() {
    return PolygonOutline.mirrored(
        0, -5.3, .16, -5.5, .36, -6, .55, -6.5, .8, -7, 1.12, -7.5, 1.55, -8, 2.15, -8.5, 2.85, -9,
        3.75, -9.42, 4.7, -9.62, 5.7, -9.4, 6.55, -9, 7.4, -8.5, 7.95, -8, 8.42, -7.5, 8.75, -7,
        9.05, -6.5, 9.3, -6, 9.42, -5.5, 9.52, -5, 9.58, -4.5, 9.57, -4, 9.55, -3.5, 9.48, -3, 9.36,
        -2.5, 9.24, -2, 9.03, -1.5, 8.78, -1, 8.5, -.5, 8.18, 0, 7.82, .5, 7.4, 1, 6.92, 1.5, 6.47,
        2, 5.99, 2.5, 5.5, 3, 4.98, 3.5, 4.43, 4, 3.88, 4.5, 3.34, 5, 2.86, 5.5, 2.36, 6, 1.92, 6.5,
        1.5, 7, 1.12, 7.5, .8, 8, .46, 8.5, .17, 9, 0, 9.6);
  }
}
