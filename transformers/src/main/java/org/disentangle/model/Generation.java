// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageEncoder;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.net.inference.Generator;

/**
 * From the codes of some rows to images.
 *
 * @param key what the generator is made from
 * @param codes where codes are; null if they are inferred
 * @param noise where noise is; null if it is drawn
 * @param images how images are written
 * @param seed where drawn noise comes from
 */
record Generation(
    GeneratorKey key, FloatCells codes, FloatCells noise, ImageEncoder images, long seed)
    implements Serializable {

  /**
   * @param inferred rows x codes values; null if the rows have codes
   * @return rows x pixels values and perhaps more behind them; overwritten by the next call
   */
  float[] pixels(List<Row> rows, float[] inferred, Generator generator) {
    LatentSpace space = key.latent();
    float[] latents = generator.latents();
    for (int i = 0; i < rows.size(); i++) {
      int at = i * space.size();
      if (inferred == null) {
        codes.copy(rows.get(i), latents, at);
      } else {
        limit(inferred, i * space.numCodes(), latents, at, space);
      }
      if (noise == null) {
        drawNoise(latents, at, space);
      } else {
        noise.copy(rows.get(i), latents, at + space.numCodes());
      }
    }
    return generator.generate(rows.size());
  }

  private static void limit(
      float[] inferred, int from, float[] latents, int at, LatentSpace space) {
    for (int code = 0; code < space.numCodes(); code++) {
      latents[at + code] = space.values(code).nearest(inferred[from + code]);
    }
  }

  /** The noise of a row follows from the seed and the row's codes, wherever the row is. */
  private void drawNoise(float[] latents, int at, LatentSpace space) {
    long[] codeBits = new long[space.numCodes()];
    for (int code = 0; code < codeBits.length; code++) {
      codeBits[code] = Float.floatToIntBits(latents[at + code]);
    }
    float[] drawn = space.sample(1, new SplittableRandom(Seeds.mix(seed, codeBits)));
    System.arraycopy(drawn, space.numCodes(), latents, at + space.numCodes(), space.noiseDim());
  }
}
