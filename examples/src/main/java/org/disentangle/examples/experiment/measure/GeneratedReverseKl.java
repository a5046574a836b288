// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** Which classes generated images leave out. */
public final class GeneratedReverseKl implements Measure {

  @Override
  public String name() {
    return "reverse_kl";
  }

  @Override
  public String meaning() {
    return "divergence of the classes of generated images from equally frequent ones; 0 is best";
  }

  @Override
  public boolean needsLabel() {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.judged().reverseKl().divergence();
  }
}
