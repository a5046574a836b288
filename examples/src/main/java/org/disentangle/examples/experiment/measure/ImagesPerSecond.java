// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.TrainsInRounds;

/** The speed of the training. */
public final class ImagesPerSecond implements Measure {

  @Override
  public String name() {
    return "images_per_second";
  }

  @Override
  public String meaning() {
    return "images that all workers together trained on per second";
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.history().imagesPerSecond();
  }
}
