// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import org.disentangle.examples.experiment.CurveSet;
import org.disentangle.examples.experiment.ExperimentVariant;

/**
 * One run: a row of the table with a seed.
 *
 * @param data images to train on, as {@code --data} takes them
 * @param curves what is scored on the way
 */
public record Trial(ExperimentVariant variant, long seed, String data, CurveSet curves) {

  /** As lines about it begin. */
  @Override
  public String toString() {
    return variant.name() + ", seed " + seed;
  }
}
