// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * The values of a categorical code: whole numbers from 0, all equally likely. Networks take and
 * give them as one value per category ("one-hot"), see {@link LatentSpace#input}.
 *
 * @param count categories, at least 2
 */
public record Categories(int count) implements CodeValues {

  public Categories {
    if (count < 2) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "A categorical code has at least 2 categories; found %d", count),
          "A code with fewer is continuous.");
    }
  }

  @Override
  public double of(double uniform) {
    double share = (uniform - LatentSpace.LOW) / (LatentSpace.HIGH - (double) LatentSpace.LOW);
    return Math.min(count - 1, Math.floor(share * count));
  }

  @Override
  public float low() {
    return 0;
  }

  @Override
  public float high() {
    return count - 1;
  }

  @Override
  public float least() {
    return low();
  }

  @Override
  public float largest() {
    return high();
  }

  @Override
  public boolean admits(double value) {
    return value >= 0 && value < count && value == Math.rint(value);
  }

  @Override
  public float nearest(float value) {
    return CodeValues.super.nearest(Math.round(value));
  }

  /** With as many steps as categories, each once. */
  @Override
  public float spaced(long step, int steps) {
    return Math.min(count - 1, step * count / steps);
  }

  @Override
  public int mostSteps() {
    return count;
  }

  @Override
  public String text(double value) {
    return String.valueOf((int) value);
  }

  @Override
  public String words() {
    return String.format(Locale.ROOT, "one of %d categories, equally likely", count);
  }

  @Override
  public String range() {
    return String.format(Locale.ROOT, "a whole number from 0 to %d", count - 1);
  }
}
