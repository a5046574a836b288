// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** How far the perceptron of the specified code learned by heart. */
public final class TrainedLabelFromSpecified implements Measure {

  @Override
  public String name() {
    return "sToLabelTrain";
  }

  @Override
  public String meaning() {
    return "the same as sToLabel on the images that the perceptron learned from";
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
    return model.separation().ofSpecified().train();
  }
}
