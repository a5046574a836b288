// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.disentangle.image.PlanarImage;
import org.disentangle.image.ShapeReading;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.PairDesign;
import org.disentangle.metric.intervention.VarianceShares;
import org.disentangle.model.DisentangledModel;
import org.disentangle.net.inference.Generator;

/**
 * What a model's codes do to the size and the place of what it draws: of each, the share of the
 * variance among generated images that each code explains by itself. It is read off the images
 * alone; neither labels nor an encoder take part.
 */
final class ShapeShares {

  /** Codes are independent in a pair but for the one that it shares; so is the noise. */
  private static final PairDesign ALONE = new PairDesign(true, false);

  private static final int BATCH = 100;

  private ShapeShares() {}

  /**
   * @param pairs pairs of images, about as many for each code
   * @param seed of the latent vectors
   * @return shares of {@link ShapeReading#NAMES}
   */
  static VarianceShares.Result of(DisentangledModel<?> model, int pairs, long seed) {
    ContrastivePairs drawn =
        ContrastivePairs.sample(model.latent(), ALONE, pairs, 0, new SplittableRandom(seed));
    try (Generator generator = model.generatorKey(BATCH).open()) {
      return VarianceShares.of(
          readings(model, generator, drawn.first()),
          readings(model, generator, drawn.second()),
          drawn.index(),
          model.numCodes());
    }
  }

  private static double[][] readings(
      DisentangledModel<?> model, Generator generator, float[] latents) {
    int width = model.latent().size();
    double[][] readings = new double[latents.length / width][];
    int size = generator.imageSize();
    for (int row = 0; row < readings.length; row += BATCH) {
      int rows = Math.min(BATCH, readings.length - row);
      System.arraycopy(latents, row * width, generator.latents(), 0, rows * width);
      float[] pixels = generator.generate(rows);
      for (int at = 0; at < rows; at++) {
        float[] image = Arrays.copyOfRange(pixels, at * size, (at + 1) * size);
        readings[row + at] = ShapeReading.of(new PlanarImage(model.imageShape(), image));
      }
    }
    return readings;
  }
}
