// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import org.disentangle.examples.experiment.Variant;

/**
 * One run: a row of the table with a seed.
 *
 * @param data images to train on, as {@code --data} takes them
 */
public record Trial(Variant variant, long seed, String data) {

  /** As lines about it begin. */
  @Override
  public String toString() {
    return variant.name() + ", seed " + seed;
  }
}
