// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;

/** How much codes read from generated images follow other codes than their own. */
public final class CrossCodeCorrelation implements Measure {

  @Override
  public String name() {
    return "correlation_off_diagonal";
  }

  @Override
  public String meaning() {
    return "mean absolute correlation of a code given and another code read from generated images";
  }

  @Override
  public double of(MeasuredModel model) throws IOException {
    return model.codeReading().meanCorrelation(false);
  }
}
