// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** What the specified code is for (Mathieu et al. 2016, table 1). */
public final class LabelFromSpecified implements Measure {

  @Override
  public String name() {
    return "sToLabel";
  }

  @Override
  public String meaning() {
    return "share of images whose label a perceptron reads from the specified code; 1 is best";
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
    return model.separation().specified();
  }
}
