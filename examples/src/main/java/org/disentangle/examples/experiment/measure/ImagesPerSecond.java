// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

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
  public double of(MeasuredModel model) {
    return model.history().imagesPerSecond();
  }
}
