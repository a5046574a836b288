// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.train.RoundRecord;

/** How many images all workers trained on. */
public final class ImagesSeen implements Measure {

  @Override
  public String name() {
    return "images";
  }

  @Override
  public String meaning() {
    return "images that all workers together trained on";
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.history().rounds().stream().mapToLong(RoundRecord::images).sum();
  }
}
