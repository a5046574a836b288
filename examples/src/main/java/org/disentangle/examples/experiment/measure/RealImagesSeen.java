// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** What SwapKeepsLabel can be at best. */
public final class RealImagesSeen implements SeparationMeasure {

  @Override
  public String name() {
    return "realKeepsLabel";
  }

  @Override
  public String meaning() {
    return "share of real images in which that classifier sees their label";
  }

  @Override
  public double of(LabelSeparation separation) {
    return separation.seen().real();
  }
}
