// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** Whether generated images are clear and of all classes, in one number (Salimans et al. 2016). */
public final class GeneratedInceptionScore implements Measure {

  @Override
  public String name() {
    return "inception_score";
  }

  @Override
  public String meaning() {
    return "of generated images, by a classifier of the label trained on real ones; at most the number of classes";
  }

  @Override
  public boolean needsLabel() {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.judged().inceptionScore().score();
  }
}
