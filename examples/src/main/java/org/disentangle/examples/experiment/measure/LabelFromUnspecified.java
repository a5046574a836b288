// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** What the unspecified code should not say (Mathieu et al. 2016, table 1). */
public final class LabelFromUnspecified implements SeparationMeasure {

  @Override
  public String name() {
    return "zToLabel";
  }

  @Override
  public String meaning() {
    return "share of images whose label a perceptron reads from the unspecified code; best is that of the most frequent class";
  }

  @Override
  public double of(LabelSeparation separation) {
    return separation.unspecified();
  }
}
