// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** How much the codes of real images depend on one another. */
public final class RealCodeCorrelation implements Measure {

  @Override
  public String name() {
    return "correlation_among_real";
  }

  @Override
  public String meaning() {
    return "mean absolute correlation of two codes of the same real image";
  }

  @Override
  public double of(MeasuredModel model) {
    double[][] codes = model.codes();
    return new CodeReading(codes, codes).meanCorrelation(false);
  }
}
