// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;

/**
 * What the page shows: several images side by side. Either all have the codes of the sliders and
 * each has noise of its own; or only the first has them, each other one has codes of its own, and
 * the code that is being moved is the same in all.
 *
 * @param codes of the sliders, one value per code
 * @param seed of the noise, and of the codes of the other images
 * @param others whether the other images have codes of their own
 * @param moving the code that is the same in all images then, from 0; -1 for none
 */
record Scene(List<Float> codes, long seed, boolean others, int moving) {

  /** The names that {@link #of} knows. */
  static final Set<String> NAMES = new TreeSet<>(Set.of("codes", "seed", "vary", "moving"));

  /** Whole numbers that JavaScript knows exactly. */
  private static final long LARGEST_SEED = (1L << 53) - 1;

  /**
   * @throws Refused if a value is missing, is no number, or one that the model does not take
   */
  static Scene of(Query query, LatentSpace space) {
    boolean noise = space.noiseDim() > 0;
    String vary = query.text("vary", noise ? "noise" : "codes");
    if (!vary.equals("codes") && !(noise && vary.equals("noise"))) {
      throw Refused.value("vary", vary, noise ? "noise or codes" : "codes; there is no noise");
    }
    return new Scene(
        codes(query.text("codes", null), space),
        query.whole("seed", 0, LARGEST_SEED, 0),
        vary.equals("codes"),
        (int) query.whole("moving", -1, space.numCodes() - 1L, -1));
  }

  private static List<Float> codes(String text, LatentSpace space) {
    String expected = space.codeRanges();
    if (text == null) {
      throw Refused.value("codes", null, expected);
    }
    String[] items = text.split(",", -1);
    if (items.length != space.numCodes()) {
      throw Refused.value("codes", items.length + " values", expected);
    }
    Float[] codes = new Float[items.length];
    for (int code = 0; code < codes.length; code++) {
      codes[code] = code(code, items[code], space);
    }
    return Arrays.asList(codes);
  }

  private static float code(int code, String text, LatentSpace space) {
    String name = String.format(Locale.ROOT, "codes[%d]", code);
    try {
      float value = Float.parseFloat(text);
      if (space.values(code).admits(value)) { // false for NaN
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, as values outside are
    }
    throw Refused.value(name, text, space.values(code).range());
  }

  /**
   * The latent vector of an image: codes, then noise.
   *
   * @param image from 0
   */
  float[] latent(int image, LatentSpace space) {
    float[] latent = space.sample(1, new SplittableRandom(Seeds.mix(seed, image)));
    for (int code = 0; code < codes.size(); code++) {
      if (image == 0 || !others || code == moving) {
        latent[code] = codes.get(code);
      }
    }
    return latent;
  }
}
