// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** What the unspecified code should not say (Mathieu et al. 2016, table 1). */
public final class LabelFromUnspecified implements Measure {

  @Override
  public String name() {
    return "zToLabel";
  }

  @Override
  public String meaning() {
    return "share of images whose label a perceptron reads from the unspecified code; best is that of the most frequent class";
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
    return model.separation().unspecified();
  }
}
