package org.disentangle.latent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;

/** The distribution of every code and noise value of a latent space; all are independent. */
public enum Prior {
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

  /**
   * The value below which lies the same share as below {@code uniform} in the uniform distribution
   * on [-1, 1]; at the very ends the {@link #limit}.
   *
   * @param uniform from {@link LatentSpace#LOW} to {@link LatentSpace#HIGH}
   */
  public abstract double of(double uniform);

  /** The same of a draw, rounded. */
  public float of(float uniform) {
    return (float) of((double) uniform);
  }

  /** Lower end of grids and traversals: -1, or -2 standard deviations. */
  public float low() {
    return -high;
  }

  /** Upper end of grids and traversals: 1, or 2 standard deviations. */
  public float high() {
    return high;
  }

  /** Largest absolute value that a code or noise value can have: 1, or 10 standard deviations. */
  public float limit() {
    return limit;
  }

  /** Step {@code step}, from 0, of {@code steps} equally spaced values from low to high. */
  public float spaced(long step, int steps) {
    return (float) (low() + (high() - (double) low()) * step / (steps - 1));
  }

  /** In a few words, as a data card tells it. */
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
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Prior of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
