// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large an experiment is run. */
public enum ExperimentSize {
  /** Seconds: whether all of it works; the figures mean nothing. */
  TINY,
  /** Images of 32 pixels, about an hour on two cores. */
  SHORT,
  /** The data and schedules of the papers: days. */
  PAPER;

  /** The size of this name, in lower case. */
  static Optional<ExperimentSize> named(String name) {
    return Arrays.stream(values()).filter(size -> size.toString().equals(name)).findFirst();
  }

  /** As tables and users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
