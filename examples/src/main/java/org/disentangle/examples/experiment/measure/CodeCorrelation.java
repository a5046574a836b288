// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;

/** How well each code can be read from generated images: Pearson's correlation, on the diagonal. */
public final class CodeCorrelation implements Measure {

  @Override
  public String name() {
    return "correlation_diagonal";
  }

  @Override
  public String meaning() {
    return "mean absolute correlation of a code given and the same code read from generated images";
  }

  @Override
  public double of(MeasuredModel model) throws IOException {
    return model.codeReading().meanCorrelation(true);
  }
}
