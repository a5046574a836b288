// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** How far the perceptron of the unspecified code learned by heart. */
public final class TrainedLabelFromUnspecified implements SeparationMeasure {

  @Override
  public String name() {
    return "zToLabelTrain";
  }

  @Override
  public String meaning() {
    return "the same as zToLabel on the images that the perceptron learned from";
  }

  @Override
  public double of(LabelSeparation separation) {
    return separation.ofUnspecified().train();
  }
}
