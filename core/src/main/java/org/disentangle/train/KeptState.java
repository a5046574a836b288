// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.Serializable;
import java.util.Locale;

/**
 * The state that a training which keeps its best one gives, in place of its last one.
 *
 * @param iteration at which it was reached
 * @param metric that decided
 * @param score what the state scores by it, a number
 */
public record KeptState(long iteration, String metric, double score) implements Serializable {

  /** Such as {@code iteration 400 (factor_vae 0.8100)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "iteration %d (%s %.4f)", iteration, metric, score);
  }
}
