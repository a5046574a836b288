// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.TrainsInRounds;

/** How long the rounds of the training took, also where it was interrupted in between. */
public final class TrainingSeconds implements Measure {

  @Override
  public String name() {
    return "seconds";
  }

  @Override
  public String meaning() {
    return "wall time of the training; runs at the same time slow each other down";
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.history().seconds();
  }
}
