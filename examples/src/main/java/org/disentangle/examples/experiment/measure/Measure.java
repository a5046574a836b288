// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.estimator.TrainsInRounds;

/** One number of a trained model, a column of an experiment. */
public interface Measure {

  /** As tables name it, in lower case with underscores. */
  String name();

  /** What it is, in a line. */
  String meaning();

  /** Whether it needs a column of classes. */
  default boolean needsLabel() {
    return false;
  }

  /** Whether models of this system have it. Those of systems that learn codes without labels. */
  default boolean fits(TrainsInRounds<?> system) {
    return system instanceof DisentanglingEstimator;
  }

  /**
   * Measures.
   *
   * @return NaN where it is not defined
   */
  double of(MeasuredModel model) throws IOException;
}
