// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;

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

  /**
   * Measures.
   *
   * @return NaN where it is not defined
   */
  double of(MeasuredModel model) throws IOException;
}
