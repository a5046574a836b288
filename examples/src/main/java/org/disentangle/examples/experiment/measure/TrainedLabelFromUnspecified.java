// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** How far the perceptron of the unspecified code learned by heart. */
public final class TrainedLabelFromUnspecified implements Measure {

  @Override
  public String name() {
    return "zToLabelTrain";
  }

  @Override
  public String meaning() {
    return "the same as zToLabel on the images that the perceptron learned from";
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
    return model.separation().ofUnspecified().train();
  }
}
