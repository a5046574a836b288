// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** One figure of how a model of specified and unspecified codes keeps the label apart. */
interface SeparationMeasure extends Measure {

  /** The figure. */
  double of(LabelSeparation separation);

  @Override
  default double of(MeasuredModel model) {
    return of(model.separation());
  }

  @Override
  default boolean needsLabel() {
    return true;
  }

  @Override
  default boolean fits(TrainsInRounds<?> system) {
    return system instanceof StyleContentVaeGan;
  }
}
