// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;

/** The distribution of every continuous code and noise value of a latent space. */
public enum Prior implements CodeValues {
  /** Uniform on [-1, 1], as InfoGAN-CR has it. */
  UNIFORM(1, 1, "uniform") {
    @Override
    public double of(double uniform) {
      return uniform;
    }
  },

  /** Standard normal, as variational autoencoders have it. */
  NORMAL(2, 10, "standard normal") {
    @Override
    public double of(double uniform) {
      double value = Math.sqrt(2) * Erf.erfInv(uniform);
      return Math.max(-limit(), Math.min(limit(), value));
    }
  };

  private final float high;
  private final float limit;
  private final String words;

  Prior(float high, float limit, String words) {
    this.high = high;
    this.limit = limit;
    this.words = words;
  }

  /** -1, or -2 standard deviations. */
  @Override
  public float low() {
    return -high;
  }

  /** 1, or 2 standard deviations. */
  @Override
  public float high() {
    return high;
  }

  /** Largest absolute value that a code or noise value can have: 1, or 10 standard deviations. */
  public float limit() {
    return limit;
  }

  @Override
  public float least() {
    return -limit;
  }

  @Override
  public float largest() {
    return limit;
  }

  @Override
  public int mostSteps() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String range() {
    return String.format(Locale.ROOT, "from -%s to %s", limit, limit);
  }

  @Override
  public float spaced(long step, int steps) {
    return (float) (low() + (high() - (double) low()) * step / (steps - 1));
  }

  @Override
  public String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  public String words() {
    return words;
  }

  /** The name in Params and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names. */
  public static List<String> ids() {
    return Stream.of(values()).map(Prior::id).toList();
  }

  /**
   * @throws IllegalArgumentException if nothing has this name
   */
  public static Prior of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
