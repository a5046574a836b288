// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.disentangle.error.InvalidInputException;

/**
 * Two latent vectors that differ in two codes alone, as perceptual diversity compares them (Liu et
 * al., "OOGAN", 2020): code {@code a} is at its least value in the first and at its largest in the
 * second vector, code {@code b} the reverse. Everything else, noise included, is equal and drawn
 * from the prior.
 *
 * @param first the first latent vector, codes first
 * @param second the second latent vector
 * @param a a code
 * @param b another code
 */
public record ExchangedCodes(float[] first, float[] second, int a, int b) {

  /**
   * Draws a pair; every ordered pair of codes is equally likely.
   *
   * @throws IllegalArgumentException if the space has one code only
   */
  public static ExchangedCodes sample(LatentSpace space, RandomGenerator random) {
    int codes = space.numCodes();
    if (codes < 2) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Codes are exchanged in a latent space of at least 2 codes; found %d",
              codes));
    }
    float[] first = space.sample(1, random);
    int a = random.nextInt(codes);
    int b = (a + 1 + random.nextInt(codes - 1)) % codes;
    float[] second = first.clone();
    first[a] = space.values(a).low();
    first[b] = space.values(b).high();
    second[a] = space.values(a).high();
    second[b] = space.values(b).low();
    return new ExchangedCodes(first, second, a, b);
  }
}
