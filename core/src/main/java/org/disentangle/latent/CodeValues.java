// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.io.Serializable;

/** Which values a code has, and how often: a continuous {@link Prior}, or {@link Categories}. */
public interface CodeValues extends Serializable {

  /**
   * The value below which lies the same share as below {@code uniform} in the uniform distribution
   * on [-1, 1].
   *
   * @param uniform from {@link LatentSpace#LOW} to {@link LatentSpace#HIGH}
   */
  double of(double uniform);

  /** The same of a draw, rounded. */
  default float of(float uniform) {
    return (float) of((double) uniform);
  }

  /** Lower end of grids and traversals. */
  float low();

  /** Upper end of grids and traversals. */
  float high();

  /** The least value a code can have. */
  float least();

  /** The largest value a code can have. */
  float largest();

  /** Whether a code can have this value. */
  default boolean admits(double value) {
    return value >= least() && value <= largest();
  }

  /** The value a code can have that is nearest to a finite one. */
  default float nearest(float value) {
    return Math.max(least(), Math.min(largest(), value));
  }

  /** Step {@code step}, from 0, of {@code steps} equally spaced values from low to high. */
  float spaced(long step, int steps);

  /** The most values that {@link #spaced} keeps apart. */
  int mostSteps();

  /** A value as labels and class names have it. */
  String text(double value);

  /** In a few words, as on a data card. */
  String words();

  /** Which values are admitted, such as "from -1.0 to 1.0". */
  String range();
}
