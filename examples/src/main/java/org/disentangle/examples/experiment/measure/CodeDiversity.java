// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** How different images look that have two codes exchanged (Liu et al. 2020, table 2). */
public final class CodeDiversity implements Measure {

  @Override
  public String name() {
    return "perceptual_diversity";
  }

  @Override
  public String meaning() {
    return "distance of two generated images with two codes exchanged, in features of a classifier of the factors;"
        + " larger is more diverse";
  }

  @Override
  public double of(MeasuredModel model) {
    return model.diversity();
  }
}
