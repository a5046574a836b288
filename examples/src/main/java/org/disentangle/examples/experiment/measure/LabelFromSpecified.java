// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** What the specified code is for (Mathieu et al. 2016, table 1). */
public final class LabelFromSpecified implements SeparationMeasure {

  @Override
  public String name() {
    return "sToLabel";
  }

  @Override
  public String meaning() {
    return "share of images whose label a perceptron reads from the specified code; 1 is best";
  }

  @Override
  public double of(LabelSeparation separation) {
    return separation.specified();
  }
}
