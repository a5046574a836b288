// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.util.List;
import java.util.SplittableRandom;
import org.disentangle.latent.Seeds;
import org.disentangle.model.EncoderKey;
import org.disentangle.model.GeneratorKey;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;

/**
 * What all encoders make of one generator's images, which exist only meanwhile. For one Spark task.
 */
final class CodesOfGenerated {

  private final Generator generator;
  private final List<Encoder> encoders;

  CodesOfGenerated(GeneratorKey generator, List<EncoderKey> encoders) {
    this.generator = generator.take();
    this.encoders = encoders.stream().map(EncoderKey::take).toList();
  }

  /**
   * Generates once and encodes with every encoder; variational ones give samples of their
   * distributions, as in the InfoGAN-CR code.
   *
   * @param latents latent vectors, at most a batch
   * @param count how many
   * @param seed where samples come from
   * @return codes, [encoder][code][image]
   */
  double[][][] of(float[] latents, int count, long seed) {
    System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
    float[] images = generator.generate(count);
    double[][][] codes = new double[encoders.size()][][];
    for (int i = 0; i < codes.length; i++) {
      Encoder encoder = encoders.get(i);
      System.arraycopy(images, 0, encoder.pixels(), 0, count * generator.imageSize());
      float[] found = encoder.encode(count);
      encoder.sample(found, 0, found.length, new SplittableRandom(Seeds.mix(seed, i)));
      codes[i] = columns(found, count);
    }
    return codes;
  }

  private static double[][] columns(float[] rows, int count) {
    int numCodes = rows.length / count;
    double[][] columns = new double[numCodes][count];
    for (int i = 0; i < rows.length; i++) {
      columns[i % numCodes][i / numCodes] = rows[i];
    }
    return columns;
  }
}
