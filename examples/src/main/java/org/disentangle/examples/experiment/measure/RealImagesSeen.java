// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** What SwapKeepsLabel can be at best. */
public final class RealImagesSeen implements Measure {

  @Override
  public String name() {
    return "realKeepsLabel";
  }

  @Override
  public String meaning() {
    return "share of real images in which that classifier sees their label";
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
    return model.separation().seen().real();
  }
}
