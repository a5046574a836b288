// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;

/**
 * Which codes of a variational model its encoder uses: the active units of Burda, Grosse and
 * Salakhutdinov, "Importance Weighted Autoencoders", ICLR 2016, section 5.2, whose mean has a
 * variance above 0.01 over images. The mean of any other code is 0 but for a faint copy of what
 * other codes say. The images are drawn from the model itself, so none are needed.
 */
final class ActiveUnits {

  /** Variance of a code's mean above which it is active (Burda et al. 2016). */
  private static final double LEAST_VARIANCE = 0.01;

  private static final int IMAGES = 1000;
  private static final int BATCH = 100;

  private ActiveUnits() {}

  /**
   * @return for each code of the model whether it is active
   */
  static boolean[] of(DisentangledModel<?> model) {
    Variance[] variances = new Variance[model.numCodes()];
    for (int code = 0; code < variances.length; code++) {
      variances[code] = new Variance();
    }
    LatentSpace space = model.latent();
    SplittableRandom random = new SplittableRandom(Seeds.mix(model.getSeed()));
    try (Generator generator = model.generatorKey(BATCH).open();
        Encoder encoder = model.encoderKey(BATCH).open()) {
      for (int done = 0; done < IMAGES; done += BATCH) {
        float[] latents = space.sample(BATCH, random);
        System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
        float[] images = generator.generate(BATCH);
        System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
        float[] means = encoder.encode(BATCH);
        for (int i = 0; i < means.length; i++) {
          variances[i % variances.length].increment(means[i]);
        }
      }
    }
    boolean[] active = new boolean[variances.length];
    for (int code = 0; code < active.length; code++) {
      active[code] = variances[code].getResult() > LEAST_VARIANCE;
    }
    return active;
  }
}
