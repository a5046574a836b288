// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.disentangle.latent.Seeds;
import org.disentangle.net.inference.Encoder;

/** How the codes of images come from what an encoder says of them. */
interface InferredCodes extends Serializable {

  /** The means of the encoder's distributions. */
  InferredCodes MEANS = Encoder::encode;

  /**
   * A draw from the distribution of each image, which follows from the seed and the image's means:
   * equal images have equal codes, wherever they are.
   */
  static InferredCodes sampled(long seed) {
    return (encoder, count) -> {
      float[] means = encoder.encode(count);
      int codes = means.length / count;
      for (int image = 0; image < count; image++) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, bits(means, image, codes)));
        encoder.sample(means, image * codes, codes, random);
      }
      return means;
    };
  }

  /** The means of the codes that are active, and 0 for others. */
  static InferredCodes active(boolean[] active) {
    return (encoder, count) -> {
      float[] means = encoder.encode(count);
      for (int i = 0; i < means.length; i++) {
        means[i] = active[i % active.length] ? means[i] : 0;
      }
      return means;
    };
  }

  /** As a variational model's {@code encoding} says. */
  static <M extends DisentangledModel<M> & VaeModelParams<M>> InferredCodes of(M model) {
    return switch (model.getEncoding()) {
      case VaeModelParams.SAMPLE -> sampled(model.getSeed());
      case VaeModelParams.ACTIVE -> active(ActiveUnits.of(model));
      default -> MEANS;
    };
  }

  private static long[] bits(float[] means, int image, int codes) {
    long[] bits = new long[codes];
    for (int code = 0; code < codes; code++) {
      bits[code] = Float.floatToIntBits(means[image * codes + code]);
    }
    return bits;
  }

  /**
   * @param count images that the encoder's room holds
   * @return count x codes values
   */
  float[] of(Encoder encoder, int count);
}
