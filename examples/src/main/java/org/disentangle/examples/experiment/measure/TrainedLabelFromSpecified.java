// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** How far the perceptron of the specified code learned by heart. */
public final class TrainedLabelFromSpecified implements SeparationMeasure {

  @Override
  public String name() {
    return "sToLabelTrain";
  }

  @Override
  public String meaning() {
    return "the same as sToLabel on the images that the perceptron learned from";
  }

  @Override
  public double of(LabelSeparation separation) {
    return separation.ofSpecified().train();
  }
}
