// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** Whether generated images look like one class each. */
public final class GeneratedConfidence implements Measure {

  @Override
  public String name() {
    return "confidence";
  }

  @Override
  public String meaning() {
    return "mean largest class probability of generated images; at most 1";
  }

  @Override
  public boolean needsLabel() {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.judged().confidence();
  }
}
