// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** Whether the specified code decides on the label of an image. */
public final class SwapKeepsLabel implements Measure {

  @Override
  public String name() {
    return "swapKeepsLabel";
  }

  @Override
  public String meaning() {
    return "share of images with exchanged codes in which a classifier of real images sees the label of the image that gave the specified code";
  }

  @Override
  public boolean needsLabel() {
    return true;
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return system instanceof StyleContentVaeGan;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.separation().seen().swapped();
  }
}
