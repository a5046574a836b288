// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** Whether the specified code decides on the label of an image. */
public final class SwapKeepsLabel implements SeparationMeasure {

  @Override
  public String name() {
    return "swapKeepsLabel";
  }

  @Override
  public String meaning() {
    return "share of images with exchanged codes in which a classifier of real images sees the label of the image that gave the specified code";
  }

  @Override
  public double of(LabelSeparation separation) {
    return separation.seen().swapped();
  }
}
